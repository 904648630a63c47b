package io.quantumleap.core.market.reference.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.core.market.PriceBar;
import io.quantumleap.core.market.PriceOrigin;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.calendar.Mic;
import io.quantumleap.core.market.port.PriceBatch;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.market.reference.DescribedInstrument;
import io.quantumleap.core.market.reference.Figi;
import io.quantumleap.core.market.reference.InstrumentFilter;
import io.quantumleap.core.market.reference.InstrumentKind;
import io.quantumleap.core.market.reference.Isin;
import io.quantumleap.core.market.reference.ReferenceData;
import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UnitOfWork;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Instruments} keeps. */
public abstract class InstrumentsContract {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Symbol SAP = new Symbol("SAP");
    private static final Symbol ACME = new Symbol("ACME");
    private static final LocalDate DAY = LocalDate.of(2024, 2, 28);

    private Instruments instruments;
    private PriceHistory prices;
    private UnitOfWork work;

    /** Prices, without one. */
    protected abstract PriceHistory prices();

    /** The adapter under test beside those prices, without an instrument. */
    protected abstract Instruments instruments(PriceHistory beside);

    /** The unit of work that the adapters stand on. */
    protected abstract UnitOfWork work();

    @BeforeEach
    void setUp() {
        prices = prices();
        instruments = instruments(prices);
        work = work();
    }

    private static ReferenceData sap(String figi, String exchange, long version) {
        return described(SAP, "SAP SE", "DE0007164600", figi, exchange, version);
    }

    private static ReferenceData described(
            Symbol symbol, String name, String isin, String figi, String exchange, long version) {
        return new ReferenceData(
                symbol,
                EUR,
                name,
                InstrumentKind.EQUITY,
                isin == null ? null : new Isin(isin),
                figi == null ? null : new Figi(figi),
                exchange == null ? null : new Mic(exchange),
                version);
    }

    private void save(ReferenceData... all) {
        work.run(() -> {
            instruments.hold();
            instruments.save(List.of(all));
        });
    }

    private void price(Symbol symbol) {
        work.run(() -> {
            try (PriceBatch batch = prices.open(PriceOrigin.IMPORT)) {
                batch.add(2, symbol, EUR, PriceBar.close(DAY, BigDecimal.TEN));
                batch.merge();
            }
        });
    }

    @Test
    void givesBackEverythingThatWasSaid() {
        save(sap("BBG000BLNQ16", "XETR", 1));

        assertThat(instruments.find(SAP))
                .contains(new DescribedInstrument(sap("BBG000BLNQ16", "XETR", 1), null, null, 0));
        assertThat(instruments.find(ACME)).isEmpty();
        assertThat(instruments.find(Set.of(SAP, ACME))).containsOnlyKeys(SAP);
    }

    @Test
    void keepsWhatWasSaidWhenPricesCome() {
        save(sap(null, "XETR", 1));
        price(SAP);

        assertThat(instruments.find(SAP)).contains(new DescribedInstrument(sap(null, "XETR", 1), DAY, DAY, 1));
        assertThat(prices.instrument(SAP).orElseThrow().priceCount()).isEqualTo(1);
    }

    @Test
    void describesWhatCameWithPricesAlone() {
        price(new Symbol("GBP/EUR"));

        DescribedInstrument found = instruments.find(new Symbol("GBP/EUR")).orElseThrow();

        assertThat(found.reference().kind()).isEqualTo(InstrumentKind.CURRENCY_PAIR);
        assertThat(found.reference().version()).isEqualTo(1);
        assertThat(found.priceCount()).isEqualTo(1);
    }

    @Test
    void hasNoPricesOfAnInstrumentThatWasOnlyDescribed() {
        save(sap(null, null, 1));

        assertThat(prices.instrument(SAP)).isEmpty();
        assertThat(prices.instruments(PageRequest.first(9)).items()).isEmpty();
        assertThat(prices.currencies()).containsEntry(SAP, EUR);
        assertThat(instruments.hold()).containsOnlyKeys(SAP);
    }

    @Test
    void changesWhatIsThere() {
        save(sap(null, null, 1));
        save(sap("BBG000BLNQ16", "XETR", 2));

        assertThat(instruments.find(SAP).orElseThrow().reference()).isEqualTo(sap("BBG000BLNQ16", "XETR", 2));
    }

    @Test
    void countsPricesAsChangedWhenAnInstrumentGoesByOtherTradingDays() {
        save(sap(null, null, 1));
        price(SAP);
        long before = prices.revision();

        save(sap("BBG000BLNQ16", null, 2));
        assertThat(prices.revision()).as("it goes by the same days").isEqualTo(before);

        save(sap("BBG000BLNQ16", "XETR", 3));
        assertThat(prices.revision()).isEqualTo(before + 1);
        assertThat(prices.firstChange(Set.of(SAP), before)).contains(LocalDate.MIN);
        assertThat(prices.firstChange(Set.of(ACME), before)).isEmpty();
    }

    @Test
    void findsByEveryIdentifierKindAndPartOfAName() {
        save(sap("BBG000BLNQ16", "XETR", 1), described(ACME, "Acme 100% Anvils", null, null, null, 1));

        assertThat(found(filter("DE0007164600", null, null, null))).containsExactly("SAP");
        assertThat(found(filter(null, "BBG000BLNQ16", null, null))).containsExactly("SAP");
        assertThat(found(filter(null, "BBG000B9XRY4", null, null))).isEmpty();
        assertThat(found(filter(null, null, InstrumentKind.EQUITY, null))).containsExactly("ACME", "SAP");
        assertThat(found(filter(null, null, InstrumentKind.FUND, null))).isEmpty();
        assertThat(found(filter(null, null, null, "anvil"))).containsExactly("ACME");
        assertThat(found(filter(null, null, null, "sa"))).containsExactly("SAP");
        assertThat(found(filter(null, null, null, "%"))).as("no wildcard").containsExactly("ACME");
        assertThat(found(filter("DE0007164600", null, InstrumentKind.FUND, null)))
                .isEmpty();
    }

    private static InstrumentFilter filter(String isin, String figi, InstrumentKind kind, String text) {
        return new InstrumentFilter(
                isin == null ? null : new Isin(isin), figi == null ? null : new Figi(figi), kind, text);
    }

    private List<String> found(InstrumentFilter filter) {
        return instruments.page(filter, PageRequest.first(50)).items().stream()
                .map(one -> one.reference().symbol().value())
                .toList();
    }

    @Test
    void pagesInSymbolOrder() {
        save(sap(null, null, 1), described(ACME, "", null, null, null, 1));

        CursorPage<DescribedInstrument> first = instruments.page(InstrumentFilter.ALL, PageRequest.first(1));
        CursorPage<DescribedInstrument> second = instruments.page(
                InstrumentFilter.ALL, new PageRequest(1, first.nextCursor().orElseThrow()));

        assertThat(first.items().get(0).reference().symbol()).isEqualTo(ACME);
        assertThat(second.items().get(0).reference().symbol()).isEqualTo(SAP);
        assertThat(second.nextCursor()).isEmpty();
    }

    @Test
    void refusesTwoListingsUnderOneIdentifier() {
        save(sap("BBG000BLNQ16", "XETR", 1));

        assertThatThrownBy(() -> save(described(ACME, "", null, "BBG000BLNQ16", null, 1)))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> save(described(ACME, "", "DE0007164600", null, "XETR", 1)))
                .isInstanceOf(ConflictException.class);
        save(described(ACME, "", "DE0007164600", null, "XNYS", 1));
        assertThat(instruments.find(ACME)).as("one security at two exchanges").isPresent();
    }
}
