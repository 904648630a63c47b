package io.quantumleap.chat.cost;

import io.quantumleap.chat.model.Message;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;

/**
 * How many tokens a text has at most, without any provider's vocabulary: a token for every three ASCII characters and one for
 * every other character. English has about four characters to a token, so this errs on the dear side.
 */
public final class TokenEstimate {

    private static final int CHARACTERS_PER_TOKEN = 3;
    private static final int PER_MESSAGE = 8;
    private static final int PER_TOOL = 60;
    private static final int ASCII = 0x80;

    private TokenEstimate() {}

    /** The tokens of a text. */
    public static long of(CharSequence text) {
        long ascii = text.chars().filter(one -> one < ASCII).count();
        return (ascii + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN + (text.length() - ascii);
    }

    /** The tokens of all that a model is sent. */
    public static long of(ModelRequest request) {
        long tokens = PER_MESSAGE + of(request.instructions());
        for (Message message : request.messages()) {
            tokens += PER_MESSAGE + of(message);
        }
        for (ToolSpecification tool : request.tools()) {
            tokens += PER_TOOL + of(tool.toString());
        }
        return tokens;
    }

    private static long of(Message message) {
        if (message instanceof Message.FromTool tool) {
            return of(tool.call().toString())
                    + (tool.outcome() instanceof ToolResult result
                            ? of(result.toString())
                            : of(tool.outcome().toString()));
        }
        return of(message.toString());
    }
}
