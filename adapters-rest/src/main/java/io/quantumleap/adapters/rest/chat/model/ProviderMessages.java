package io.quantumleap.adapters.rest.chat.model;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import io.quantumleap.chat.model.Message;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.model.ToolCall;
import io.quantumleap.chat.tool.ToolParameter;
import io.quantumleap.chat.tool.ToolSpecification;
import java.util.ArrayList;
import java.util.List;

/** Brings a request into the words of the library. */
final class ProviderMessages {

    private static final String REVIEW = "[Review by the platform; not written by the user] ";

    private ProviderMessages() {}

    static ChatRequest request(ModelRequest request) {
        List<ChatMessage> messages = new ArrayList<>();
        messages.add(SystemMessage.from(request.instructions()));
        request.messages().forEach(message -> messages.add(message(message)));
        ChatRequest.Builder builder = ChatRequest.builder().messages(messages);
        if (!request.tools().isEmpty()) {
            builder.toolSpecifications(
                    request.tools().stream().map(ProviderMessages::tool).toList());
        }
        return builder.build();
    }

    private static ChatMessage message(Message message) {
        if (message instanceof Message.FromUser user) {
            return UserMessage.from(user.text());
        }
        if (message instanceof Message.FromReviewer reviewer) {
            return UserMessage.from(REVIEW + reviewer.text());
        }
        if (message instanceof Message.FromTool tool) {
            return ToolExecutionResultMessage.from(
                    tool.call().id(), tool.call().tool(), ToolJson.write(tool.outcome()));
        }
        return ai((Message.FromModel) message);
    }

    private static AiMessage ai(Message.FromModel said) {
        List<ToolExecutionRequest> calls =
                said.calls().stream().map(ProviderMessages::call).toList();
        if (calls.isEmpty()) {
            return AiMessage.from(said.text());
        }
        return said.text().isBlank() ? AiMessage.from(calls) : AiMessage.from(said.text(), calls);
    }

    private static ToolExecutionRequest call(ToolCall call) {
        return ToolExecutionRequest.builder()
                .id(call.id())
                .name(call.tool())
                .arguments(ToolJson.write(call.arguments()))
                .build();
    }

    private static dev.langchain4j.agent.tool.ToolSpecification tool(ToolSpecification tool) {
        JsonObjectSchema.Builder schema = JsonObjectSchema.builder().additionalProperties(false);
        for (ToolParameter parameter : tool.parameters()) {
            switch (parameter.type()) {
                case TEXT -> schema.addProperty(parameter.name(), text(parameter.description()));
                case NUMBER ->
                    schema.addProperty(
                            parameter.name(),
                            JsonNumberSchema.builder()
                                    .description(parameter.description())
                                    .build());
                case CHOICE ->
                    schema.addProperty(
                            parameter.name(),
                            JsonEnumSchema.builder()
                                    .description(parameter.description())
                                    .enumValues(parameter.choices())
                                    .build());
                case DATE -> schema.addProperty(parameter.name(), text(parameter.description() + "; YYYY-MM-DD"));
                case WHOLE_NUMBER ->
                    schema.addProperty(
                            parameter.name(),
                            JsonIntegerSchema.builder()
                                    .description(parameter.description())
                                    .build());
            }
        }
        schema.required(tool.parameters().stream()
                .filter(ToolParameter::required)
                .map(ToolParameter::name)
                .toList());
        return dev.langchain4j.agent.tool.ToolSpecification.builder()
                .name(tool.name())
                .description(tool.description())
                .parameters(schema.build())
                .build();
    }

    private static JsonStringSchema text(String description) {
        return JsonStringSchema.builder().description(description).build();
    }
}
