package io.quantumleap.app.wiring;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.chat.JdbcConversations;
import io.quantumleap.adapters.persistence.chat.JdbcExchanges;
import io.quantumleap.adapters.persistence.chat.JdbcProposals;
import io.quantumleap.adapters.rest.chat.AuditedGuardrails;
import io.quantumleap.adapters.rest.chat.ExchangeFollower;
import io.quantumleap.adapters.rest.chat.Heartbeat;
import io.quantumleap.adapters.rest.chat.model.BuiltInAnalystModel;
import io.quantumleap.adapters.rest.chat.model.RoutedModel;
import io.quantumleap.adapters.rest.chat.tool.FinancialToolset;
import io.quantumleap.analytics.performance.MeasurePerformance;
import io.quantumleap.app.config.ServerSettings;
import io.quantumleap.chat.analysis.AnalysePortfolio;
import io.quantumleap.chat.conversation.AnswerOnce;
import io.quantumleap.chat.conversation.AskAssistant;
import io.quantumleap.chat.conversation.AssistantLimits;
import io.quantumleap.chat.conversation.DeleteConversation;
import io.quantumleap.chat.conversation.EventJournal;
import io.quantumleap.chat.conversation.HoldExchange;
import io.quantumleap.chat.conversation.ListConversations;
import io.quantumleap.chat.conversation.RenameConversation;
import io.quantumleap.chat.conversation.SummariseConversation;
import io.quantumleap.chat.conversation.ViewConversation;
import io.quantumleap.chat.conversation.port.Conversations;
import io.quantumleap.chat.conversation.port.Exchanges;
import io.quantumleap.chat.conversation.port.Proposals;
import io.quantumleap.chat.guardrail.Guardrails;
import io.quantumleap.chat.model.ModelTask;
import io.quantumleap.chat.tool.Toolbox;
import io.quantumleap.core.market.ListInstruments;
import io.quantumleap.core.market.ViewPrices;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.portfolio.ChangePortfolio;
import io.quantumleap.core.portfolio.ListPortfolios;
import io.quantumleap.core.portfolio.RecordTransaction;
import io.quantumleap.core.portfolio.ViewLedger;
import io.quantumleap.core.portfolio.ViewPortfolio;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.valuation.ViewContributions;
import io.quantumleap.core.valuation.ViewHoldings;
import io.quantumleap.core.valuation.ViewSummary;
import io.quantumleap.security.audit.RecordAudit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The assistant: its tools, its model, its conversations. */
@ApplicationScoped
public class ChatWiring {

    private static final Duration LOOK = Duration.ofMillis(300);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** For the container. */
    public ChatWiring() {}

    /** Where conversations are kept. */
    @Produces
    @Singleton
    Conversations conversations(JpaUnitOfWork work) {
        return new JdbcConversations(work);
    }

    /** Where changes wait for a yes. */
    @Produces
    @Singleton
    Proposals proposals(JpaUnitOfWork work) {
        return new JdbcProposals(work);
    }

    /** Finding what made a gain or a loss. */
    @Produces
    @Singleton
    ViewContributions viewContributions(
            Portfolios portfolios, Transactions transactions, PriceHistory prices, Clock clock) {
        return new ViewContributions(portfolios, transactions, prices, clock);
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

    /** Renaming a conversation. */
    @Produces
    @Singleton
    RenameConversation renameConversation(Conversations conversations, UnitOfWork work) {
        return new RenameConversation(conversations, work);
    }

    /** Where exchanges are kept. */
    @Produces
    @Singleton
    Exchanges exchanges(JpaUnitOfWork work) {
        return new JdbcExchanges(work);
    }

    /** Keeping the events of answers. */
    @Produces
    @Singleton
    EventJournal eventJournal(Exchanges exchanges, UnitOfWork work) {
        return new EventJournal(exchanges, work);
    }

    /** Shortening long conversations: by the providers of the route, else without any. */
    @Produces
    @Singleton
    SummariseConversation summariseConversation(
            Conversations conversations,
            UnitOfWork work,
            RoutedModel model,
            ServerSettings settings,
            ChatThreads threads) {
        boolean byModel = settings.chat().routes().getOrDefault(ModelTask.SUMMARY, List.of()).stream()
                .anyMatch(stop -> !stop.equals(BuiltInAnalystModel.ID));
        return new SummariseConversation(
                conversations, work, byModel ? model : null, AssistantLimits.DEFAULT, threads.workers());
    }

    /** Asking in order, once, and with a way back. */
    @Produces
    @Singleton
    HoldExchange holdExchange(
            AskAssistant assistant,
            Exchanges exchanges,
            Conversations conversations,
            EventJournal journal,
            SummariseConversation summaries,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        return new HoldExchange(assistant, exchanges, conversations, journal, summaries, work, ids, clock);
    }

    /** Catching up with exchanges. */
    @Produces
    @Singleton
    ExchangeFollower exchangeFollower(HoldExchange exchanges, ChatThreads threads) {
        return new ExchangeFollower(exchanges, threads.timer(), threads.workers(), LOOK);
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
            PriceHistory prices,
            ViewContributions viewContributions,
            ChangePortfolio changePortfolio,
            RecordTransaction recordTransaction) {
        return new FinancialToolset(
                        listPortfolios,
                        viewPortfolio,
                        viewLedger,
                        viewHoldings,
                        viewSummary,
                        measurePerformance,
                        listInstruments,
                        viewPrices,
                        prices,
                        viewContributions,
                        changePortfolio,
                        recordTransaction)
                .toolbox();
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

    /** What the assistant is held to; signs of manipulation go to the audit log. */
    @Produces
    @Singleton
    Guardrails guardrails(ServerSettings settings, RecordAudit audit) {
        return new Guardrails(
                settings.guardrails().grounding(),
                settings.guardrails().advice(),
                settings.guardrails().languages(),
                new AuditedGuardrails(audit));
    }

    /** Analysing: the tools compute, the providers of the route word the summary, else the built-in analyst. */
    @Produces
    @Singleton
    AnalysePortfolio analysePortfolio(
            Toolbox tools, RoutedModel model, Clock clock, Guardrails rules, ChatThreads threads) {
        return new AnalysePortfolio(
                tools,
                new AnswerOnce(model, clock, AssistantLimits.DEFAULT, rules, threads.workers()),
                clock,
                threads.workers());
    }

    /** Asking: the providers of the route word the answer, else the built-in analyst. */
    @Produces
    @Singleton
    AskAssistant askAssistant(
            Conversations conversations,
            Proposals proposals,
            UnitOfWork work,
            RoutedModel model,
            Toolbox tools,
            IdGenerator ids,
            Clock clock,
            Guardrails rules,
            ChatThreads threads) {
        return new AskAssistant(
                conversations,
                proposals,
                work,
                model,
                tools,
                ids,
                clock,
                AssistantLimits.DEFAULT,
                rules,
                threads.workers());
    }
}
