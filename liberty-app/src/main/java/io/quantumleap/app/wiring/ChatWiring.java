package io.quantumleap.app.wiring;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.chat.JdbcConversations;
import io.quantumleap.adapters.rest.chat.Heartbeat;
import io.quantumleap.adapters.rest.chat.model.BuiltInAnalystModel;
import io.quantumleap.adapters.rest.chat.model.OpenAiChatModel;
import io.quantumleap.adapters.rest.chat.model.OpenAiEndpoint;
import io.quantumleap.adapters.rest.chat.model.ResilientChatModel;
import io.quantumleap.adapters.rest.chat.tool.FinancialToolset;
import io.quantumleap.analytics.performance.MeasurePerformance;
import io.quantumleap.app.config.ChatModelSettings;
import io.quantumleap.app.config.Secret;
import io.quantumleap.app.config.ServerSettings;
import io.quantumleap.chat.analyst.BuiltInAnalyst;
import io.quantumleap.chat.conversation.AskAssistant;
import io.quantumleap.chat.conversation.AssistantLimits;
import io.quantumleap.chat.conversation.DeleteConversation;
import io.quantumleap.chat.conversation.ListConversations;
import io.quantumleap.chat.conversation.ViewConversation;
import io.quantumleap.chat.conversation.port.Conversations;
import io.quantumleap.chat.model.port.ChatModel;
import io.quantumleap.chat.tool.Toolbox;
import io.quantumleap.core.market.ListInstruments;
import io.quantumleap.core.market.ViewPrices;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.portfolio.ListPortfolios;
import io.quantumleap.core.portfolio.ViewLedger;
import io.quantumleap.core.portfolio.ViewPortfolio;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.valuation.ViewHoldings;
import io.quantumleap.core.valuation.ViewSummary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The assistant: its tools, its model, its conversations. */
@ApplicationScoped
public class ChatWiring {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** For the container. */
    public ChatWiring() {}

    /** Where conversations are kept. */
    @Produces
    @Singleton
    Conversations conversations(JpaUnitOfWork work) {
        return new JdbcConversations(work);
    }

    /** Listing conversations. */
    @Produces
    @Singleton
    ListConversations listConversations(Conversations conversations) {
        return new ListConversations(conversations);
    }

    /** Viewing a conversation. */
    @Produces
    @Singleton
    ViewConversation viewConversation(Conversations conversations) {
        return new ViewConversation(conversations);
    }

    /** Deleting a conversation. */
    @Produces
    @Singleton
    DeleteConversation deleteConversation(Conversations conversations, UnitOfWork work) {
        return new DeleteConversation(conversations, work);
    }

    /** Reading a ledger as a whole. */
    @Produces
    @Singleton
    ViewLedger viewLedger(Portfolios portfolios, Transactions transactions) {
        return new ViewLedger(portfolios, transactions);
    }

    /** The tools, over the use cases of the pages. */
    @Produces
    @Singleton
    Toolbox toolbox(
            ListPortfolios listPortfolios,
            ViewPortfolio viewPortfolio,
            ViewLedger viewLedger,
            ViewHoldings viewHoldings,
            ViewSummary viewSummary,
            MeasurePerformance measurePerformance,
            ListInstruments listInstruments,
            ViewPrices viewPrices,
            PriceHistory prices) {
        return new FinancialToolset(
                        listPortfolios,
                        viewPortfolio,
                        viewLedger,
                        viewHoldings,
                        viewSummary,
                        measurePerformance,
                        listInstruments,
                        viewPrices,
                        prices)
                .toolbox();
    }

    /** The configured provider; made only when it is asked, which is never when none is configured. */
    @Produces
    @Singleton
    OpenAiChatModel openAiChatModel(ServerSettings settings) {
        ChatModelSettings model =
                settings.chatModel().orElseThrow(() -> new IllegalStateException("No model provider is configured."));
        return new OpenAiChatModel(OpenAiEndpoint.at(
                model.baseUrl(), model.apiKey().map(Secret::value).orElse(null), model.model()));
    }

    /** Threads for tools and the store, which block. */
    @Produces
    @Singleton
    ChatThreads chatThreads() {
        return ChatThreads.start();
    }

    void stop(@Disposes ChatThreads threads) {
        threads.stop();
    }

    /** Keeps streams open. */
    @Produces
    @Singleton
    Heartbeat heartbeat(ChatThreads threads) {
        return new Heartbeat(threads.timer(), threads.workers(), HEARTBEAT);
    }

    /** Asking: the configured provider words the answer, else the built-in analyst. */
    @Produces
    @Singleton
    AskAssistant askAssistant(
            ServerSettings settings,
            Conversations conversations,
            UnitOfWork work,
            ResilientChatModel provider,
            Toolbox tools,
            IdGenerator ids,
            Clock clock,
            ChatThreads threads) {
        ChatModel model =
                settings.chatModel().isPresent() ? provider : new BuiltInAnalystModel(new BuiltInAnalyst(clock));
        return new AskAssistant(
                conversations, work, model, tools, ids, clock, AssistantLimits.DEFAULT, threads.workers());
    }
}
