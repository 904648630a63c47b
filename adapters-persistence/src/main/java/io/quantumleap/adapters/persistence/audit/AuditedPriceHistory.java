package io.quantumleap.adapters.persistence.audit;

import io.quantumleap.core.market.Instrument;
import io.quantumleap.core.market.PricePoint;
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
    public PriceBatch open() {
        return new AuditedBatch(kept.open(), audit);
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

    private record AuditedBatch(PriceBatch kept, RecordAudit audit) implements PriceBatch {

        @Override
        public void add(int line, Symbol symbol, Currency currency, PricePoint price) {
            kept.add(line, symbol, currency, price);
        }

        @Override
        public RowErrors contradictions() {
            return kept.contradictions();
        }

        @Override
        public Counts merge() {
            Counts counts = kept.merge();
            if (counts.added() + counts.corrected() > 0) {
                audit.write(
                        AuditAction.PRICES_IMPORTED,
                        "",
                        counts.added() + (long) counts.corrected(),
                        counts.added() + " added, " + counts.corrected() + " corrected");
            }
            return counts;
        }

        @Override
        public void close() {
            kept.close();
        }
    }
}
