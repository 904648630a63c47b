package io.quantumleap.app.wiring;

import io.quantumleap.adapters.persistence.Database;
import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.LeaderLock;
import io.quantumleap.adapters.persistence.audit.AuditedMarket;
import io.quantumleap.adapters.persistence.market.JdbcCalendarExceptions;
import io.quantumleap.adapters.persistence.market.JdbcCorporateActions;
import io.quantumleap.adapters.persistence.market.JdbcInstruments;
import io.quantumleap.adapters.rest.market.provider.AlphaVantage;
import io.quantumleap.adapters.rest.market.provider.AlphaVantageSettings;
import io.quantumleap.adapters.rest.market.provider.NoProvider;
import io.quantumleap.adapters.rest.market.provider.RememberingProvider;
import io.quantumleap.adapters.rest.market.provider.ResilientAlphaVantage;
import io.quantumleap.app.config.MarketSettings;
import io.quantumleap.app.config.ServerSettings;
import io.quantumleap.core.event.port.EventOutbox;
import io.quantumleap.core.market.KeepPrices;
import io.quantumleap.core.market.ViewPrices;
import io.quantumleap.core.market.action.ImportActions;
import io.quantumleap.core.market.action.RemoveAction;
import io.quantumleap.core.market.action.ViewAdjustedPrices;
import io.quantumleap.core.market.action.port.CorporateActions;
import io.quantumleap.core.market.calendar.ImportCalendars;
import io.quantumleap.core.market.calendar.ViewCalendars;
import io.quantumleap.core.market.calendar.port.CalendarExceptions;
import io.quantumleap.core.market.freshness.StalePrices;
import io.quantumleap.core.market.fx.FindExchangeRate;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.market.provider.RefreshPrices;
import io.quantumleap.core.market.provider.port.MarketDataProvider;
import io.quantumleap.core.market.reference.DescribeInstruments;
import io.quantumleap.core.market.reference.ViewInstruments;
import io.quantumleap.core.market.reference.port.Instruments;
import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.security.audit.RecordAudit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** Market data beyond prices: reference data, corporate actions, calendars, exchange rates, the live provider. */
@ApplicationScoped
public class MarketWiring {

    private static final Duration PATIENCE_WITH_A_REQUEST = Duration.ofSeconds(6);

    /** For the container. */
    public MarketWiring() {}

    /** Where reference data is kept. */
    @Produces
    @Singleton
    Instruments instruments(JpaUnitOfWork work, RecordAudit audit) {
        return AuditedMarket.instruments(new JdbcInstruments(work), audit);
    }

    /** Where corporate actions are kept. */
    @Produces
    @Singleton
    CorporateActions corporateActions(JpaUnitOfWork work, IdGenerator ids, RecordAudit audit) {
        return AuditedMarket.actions(new JdbcCorporateActions(work, ids), audit);
    }

    /** Where the operator's calendar days are kept. */
    @Produces
    @Singleton
    CalendarExceptions calendarExceptions(JpaUnitOfWork work, RecordAudit audit) {
        return AuditedMarket.calendars(new JdbcCalendarExceptions(work), audit);
    }

    /** When prices are too old. */
    @Produces
    @Singleton
    StalePrices stalePrices(Instruments instruments, CalendarExceptions exceptions, ServerSettings settings) {
        return StalePrices.byExchange(instruments, exceptions, settings.market().staleAfter());
    }

    /** Viewing reference data. */
    @Produces
    @Singleton
    ViewInstruments viewInstruments(Instruments instruments) {
        return new ViewInstruments(instruments);
    }

    /** Changing reference data. */
    @Produces
    @Singleton
    DescribeInstruments describeInstruments(Instruments instruments, UnitOfWork work) {
        return new DescribeInstruments(instruments, work);
    }

    /** Viewing adjusted prices. */
    @Produces
    @Singleton
    ViewAdjustedPrices viewAdjustedPrices(ViewPrices prices, CorporateActions actions) {
        return new ViewAdjustedPrices(prices, actions);
    }

    /** Taking in corporate actions. */
    @Produces
    @Singleton
    ImportActions importActions(CorporateActions actions, PriceHistory prices, UnitOfWork work, Clock clock) {
        return new ImportActions(actions, prices, work, clock);
    }

    /** Taking a corporate action away. */
    @Produces
    @Singleton
    RemoveAction removeAction(CorporateActions actions, UnitOfWork work) {
        return new RemoveAction(actions, work);
    }

    /** Finding exchange rates. */
    @Produces
    @Singleton
    FindExchangeRate findExchangeRate(PriceHistory prices, StalePrices stalePrices, Clock clock) {
        return new FindExchangeRate(prices, stalePrices, clock);
    }

    /** Viewing calendars. */
    @Produces
    @Singleton
    ViewCalendars viewCalendars(CalendarExceptions exceptions) {
        return new ViewCalendars(exceptions);
    }

    /** Taking in calendar days. */
    @Produces
    @Singleton
    ImportCalendars importCalendars(CalendarExceptions exceptions, UnitOfWork work) {
        return new ImportCalendars(exceptions, work);
    }

    /** The configured provider; made only when it is asked, which is never when none is configured. */
    @Produces
    @Singleton
    AlphaVantage alphaVantage(ServerSettings settings, Clock clock) {
        MarketSettings.Provider provider = settings.market()
                .provider()
                .orElseThrow(() -> new IllegalStateException("No provider of market data is configured."));
        return new AlphaVantage(
                new AlphaVantageSettings(
                        URI.create(provider.baseUrl()),
                        provider.apiKey().value(),
                        provider.symbols(),
                        PATIENCE_WITH_A_REQUEST,
                        provider.remembered()),
                clock);
    }

    /** The provider that is asked, if any. */
    @Produces
    @Singleton
    MarketDataProvider provider(ServerSettings settings, ResilientAlphaVantage resilient, Clock clock) {
        return settings.market()
                .provider()
                .<MarketDataProvider>map(configured ->
                        new RememberingProvider(AlphaVantage.ORIGIN, resilient::daily, configured.remembered(), clock))
                .orElseGet(NoProvider::new);
    }

    /** Keeping what a provider gave. */
    @Produces
    @Singleton
    KeepPrices keepPrices(PriceHistory prices, UnitOfWork work, EventOutbox outbox) {
        return new KeepPrices(prices, work, outbox);
    }

    /** Refreshing prices. */
    @Produces
    @Singleton
    RefreshPrices refreshPrices(MarketDataProvider provider, PriceHistory prices, KeepPrices keep, Clock clock) {
        return new RefreshPrices(provider, prices, keep, clock);
    }

    /** Settling which instance does what only one is to do. */
    @Produces
    @Singleton
    LeaderLock leaderLock(Database database) {
        return new LeaderLock(database);
    }
}
