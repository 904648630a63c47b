package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.adapters.rest.DeskServer;
import io.quantumleap.adapters.rest.market.ActionResource;
import io.quantumleap.adapters.rest.market.CalendarResource;
import io.quantumleap.adapters.rest.market.FxResource;
import io.quantumleap.adapters.rest.market.InstrumentResource;
import io.quantumleap.adapters.rest.market.MarketResource;
import io.quantumleap.adapters.rest.market.RefreshResource;
import io.quantumleap.adapters.rest.market.provider.NoProvider;
import io.quantumleap.adapters.rest.portfolio.preset.BrokerPresets;
import io.quantumleap.adapters.rest.security.CurrentCaller;
import io.quantumleap.core.market.ImportPrices;
import io.quantumleap.core.market.KeepPrices;
import io.quantumleap.core.market.ViewPrices;
import io.quantumleap.core.market.action.ImportActions;
import io.quantumleap.core.market.action.RemoveAction;
import io.quantumleap.core.market.action.ViewAdjustedPrices;
import io.quantumleap.core.market.action.port.InMemoryCorporateActions;
import io.quantumleap.core.market.calendar.ImportCalendars;
import io.quantumleap.core.market.calendar.ViewCalendars;
import io.quantumleap.core.market.calendar.port.InMemoryCalendarExceptions;
import io.quantumleap.core.market.freshness.StalePrices;
import io.quantumleap.core.market.fx.FindExchangeRate;
import io.quantumleap.core.market.port.InMemoryPriceHistory;
import io.quantumleap.core.market.provider.RefreshPrices;
import io.quantumleap.core.market.provider.port.MarketDataProvider;
import io.quantumleap.core.market.reference.DescribeInstruments;
import io.quantumleap.core.market.reference.ViewInstruments;
import io.quantumleap.core.market.reference.port.InMemoryInstruments;
import io.quantumleap.core.portfolio.ChangePortfolio;
import io.quantumleap.core.portfolio.ClosePortfolio;
import io.quantumleap.core.portfolio.ExportTransactions;
import io.quantumleap.core.portfolio.ImportTransactions;
import io.quantumleap.core.portfolio.ListPortfolios;
import io.quantumleap.core.portfolio.ListTransactions;
import io.quantumleap.core.portfolio.OpenPortfolio;
import io.quantumleap.core.portfolio.ReconcileLedger;
import io.quantumleap.core.portfolio.RecordTransaction;
import io.quantumleap.core.portfolio.ReverseTransaction;
import io.quantumleap.core.portfolio.ViewPortfolio;
import io.quantumleap.core.portfolio.ViewTransaction;
import io.quantumleap.core.portfolio.port.InMemoryPortfolios;
import io.quantumleap.core.portfolio.port.InMemoryTransactions;
import io.quantumleap.core.sample.LoadSamplePortfolio;
import io.quantumleap.core.shared.OneAtATime;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.core.valuation.ValuePortfolio;
import io.quantumleap.core.valuation.ViewGains;
import io.quantumleap.core.valuation.ViewHoldings;
import io.quantumleap.core.valuation.ViewLots;
import io.quantumleap.core.valuation.ViewSummary;
import io.quantumleap.security.access.Caller;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.access.SessionId;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.core.ResteasyContext;

/** The ledger's and the market's resources over in-memory stores, on 30 June 2026, with a caller who can change. */
public final class LedgerDesk {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T12:00:00Z"), ZoneOffset.UTC);

    private final DeskServer server;
    private UserId user = new UserId(UUID.randomUUID());

    public LedgerDesk() {
        this(new NoProvider());
    }

    public LedgerDesk(MarketDataProvider provider) {
        InMemoryPortfolios portfolios = new InMemoryPortfolios();
        InMemoryTransactions transactions = new InMemoryTransactions();
        InMemoryPriceHistory prices = new InMemoryPriceHistory();
        OneAtATime work = new OneAtATime();
        InMemoryInstruments instruments = new InMemoryInstruments(prices);
        InMemoryCorporateActions actions = new InMemoryCorporateActions();
        InMemoryCalendarExceptions calendars = new InMemoryCalendarExceptions();
        StalePrices stalePrices = StalePrices.byExchange(instruments, calendars, 5);
        ViewPrices viewPrices = new ViewPrices(prices);
        ViewAdjustedPrices adjusted = new ViewAdjustedPrices(viewPrices, actions);
        CurrentCaller caller = new CurrentCaller() {
            @Override
            public Caller caller() {
                return new Caller(user, "ann", Set.of(Role.CLIENT), new SessionId(UUID.randomUUID()));
            }
        };
        OpenPortfolio open = new OpenPortfolio(portfolios, work, UUID::randomUUID, CLOCK);
        ImportPrices importPrices = new ImportPrices(prices, work, event -> {}, CLOCK);
        ImportTransactions importTransactions =
                new ImportTransactions(portfolios, transactions, work, event -> {}, UUID::randomUUID, CLOCK);
        server = new DeskServer(
                new PortfolioResource(
                        caller,
                        open,
                        new ListPortfolios(portfolios),
                        new ViewPortfolio(portfolios),
                        new ChangePortfolio(portfolios, transactions, work, event -> {}),
                        new ClosePortfolio(portfolios, work, event -> {}),
                        new LoadSamplePortfolio(portfolios, open, importPrices, importTransactions, work)),
                new TransactionResource(
                        caller,
                        new ViewPortfolio(portfolios),
                        new ListTransactions(portfolios, transactions),
                        new RecordTransaction(portfolios, transactions, work, event -> {}, UUID::randomUUID, CLOCK),
                        new ReverseTransaction(portfolios, transactions, work, event -> {}, UUID::randomUUID, CLOCK)),
                new TransactionFileResource(
                        caller,
                        new ViewPortfolio(portfolios),
                        importTransactions,
                        new ExportTransactions(portfolios, transactions, work),
                        BrokerPresets.with(null)),
                new LedgerResource(
                        caller,
                        new ViewTransaction(portfolios, transactions),
                        new ViewGains(portfolios, transactions, prices, CLOCK)),
                new ReconciliationResource(new ReconcileLedger(transactions, work)),
                new ValuationResource(
                        caller,
                        new ViewHoldings(portfolios, transactions, prices, CLOCK, stalePrices),
                        new ViewLots(portfolios, transactions, prices, CLOCK),
                        new ViewSummary(portfolios, transactions, prices, CLOCK),
                        new ValuePortfolio(portfolios, transactions, prices, CLOCK, stalePrices)),
                new MarketResource(importPrices, viewPrices, adjusted),
                new InstrumentResource(new ViewInstruments(instruments), new DescribeInstruments(instruments, work)),
                new ActionResource(
                        new ImportActions(actions, prices, work, CLOCK),
                        new RemoveAction(actions, work),
                        adjusted,
                        new ViewInstruments(instruments)),
                new FxResource(new FindExchangeRate(prices, stalePrices, CLOCK)),
                new CalendarResource(new ViewCalendars(calendars), new ImportCalendars(calendars, work), CLOCK),
                new RefreshResource(
                        new RefreshPrices(provider, prices, new KeepPrices(prices, work, event -> {}), CLOCK)));
    }

    /** Somebody else sends the requests from now on. */
    public void someoneElseCalls() {
        user = new UserId(UUID.randomUUID());
    }

    public DeskServer.Answer get(String uri) {
        return server.get(uri);
    }

    public DeskServer.Answer post(String uri, String json) {
        return server.post(uri, json.replace('\'', '"'));
    }

    public DeskServer.Answer patch(String uri, String json) {
        return patch(uri, json, Map.of());
    }

    /** Changes something if it still is what the entity tag names. */
    public DeskServer.Answer patchIfMatch(String uri, String json, String tag) {
        return patch(uri, json, Map.of("If-Match", tag));
    }

    private DeskServer.Answer patch(String uri, String json, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "application/json");
        return server.send("PATCH", uri, all, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    public DeskServer.Answer delete(String uri) {
        return server.send("DELETE", uri, Map.of(), null);
    }

    public DeskServer.Answer csv(String uri, String text) {
        return csv(uri, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a file and asks for events. */
    public DeskServer.Answer events(String uri, String text) {
        server.beforeEach(() -> ResteasyContext.pushContext(HttpServletRequest.class, servletRequest()));
        return server.send(
                "POST",
                uri,
                Map.of("Content-Type", "text/csv", "Accept", "text/event-stream"),
                text.getBytes(StandardCharsets.UTF_8));
    }

    /** One that knows its id alone. */
    private static HttpServletRequest servletRequest() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                LedgerDesk.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> DeskServer.REQUEST_ID);
    }

    public DeskServer.Answer csv(String uri, String type, byte[] bytes) {
        return server.send("POST", uri, Map.of("Content-Type", type), bytes);
    }

    /** Opens a portfolio and returns its path. */
    public String portfolio(String currency) {
        return "/portfolio/"
                + post("/portfolio", "{'name': 'Test', 'base_currency': '" + currency + "'}")
                        .json()
                        .getString("id");
    }
}
