package io.quantumleap.adapters.persistence.audit;

import io.quantumleap.core.market.Instrument;
import io.quantumleap.core.market.PriceBar;
import io.quantumleap.core.market.PriceOrigin;
import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.market.Quote;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.port.PriceBatch;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.RowErrors;
import io.quantumleap.security.audit.AuditAction;
import io.quantumleap.security.audit.RecordAudit;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prices whose every change leaves a trace in the audit log, in the same unit of work. */
public final class AuditedPriceHistory implements PriceHistory {

    private final PriceHistory kept;
    private final RecordAudit audit;

    /** Audits what is merged there. */
    public AuditedPriceHistory(PriceHistory kept, RecordAudit audit) {
        this.kept = kept;
        this.audit = audit;
    }

    @Override
    public List<PriceBar> bars(Symbol symbol, LocalDate from, LocalDate to) {
        return kept.bars(symbol, from, to);
    }

    @Override
    public Optional<PriceOrigin> origin(Symbol symbol, LocalDate date) {
        return kept.origin(symbol, date);
    }

    @Override
    public PriceBatch open(PriceOrigin origin) {
        return new AuditedBatch(kept.open(origin), origin, audit);
    }

    @Override
    public long revision() {
        return kept.revision();
    }

    @Override
    public CursorPage<Instrument> instruments(PageRequest request) {
        return kept.instruments(request);
    }

    @Override
    public Optional<Instrument> instrument(Symbol symbol) {
        return kept.instrument(symbol);
    }

    @Override
    public Map<Symbol, Currency> currencies() {
        return kept.currencies();
    }

    @Override
    public Optional<Currency> currency(Symbol symbol) {
        return kept.currency(symbol);
    }

    @Override
    public Map<Symbol, PriceSeries> series(Collection<Symbol> symbols, LocalDate from, LocalDate to) {
        return kept.series(symbols, from, to);
    }

    @Override
    public Map<Symbol, Quote> latest(Collection<Symbol> symbols, LocalDate onOrBefore) {
        return kept.latest(symbols, onOrBefore);
    }

    @Override
    public Optional<LocalDate> firstChange(Collection<Symbol> symbols, long after) {
        return kept.firstChange(symbols, after);
    }

    private record AuditedBatch(PriceBatch kept, PriceOrigin origin, RecordAudit audit) implements PriceBatch {

        @Override
        public void add(int line, Symbol symbol, Currency currency, PriceBar bar) {
            kept.add(line, symbol, currency, bar);
        }

        @Override
        public RowErrors contradictions() {
            return kept.contradictions();
        }

        @Override
        public Counts merge() {
            Counts changes = kept.merge();
            if (!changes.isEmpty()) {
                audit.write(
                        AuditAction.PRICES_IMPORTED,
                        "",
                        changes.added() + (long) changes.corrected(),
                        changes.added() + " added, " + changes.corrected() + " corrected, source " + origin);
            }
            return changes;
        }

        @Override
        public void close() {
            kept.close();
        }
    }
}
