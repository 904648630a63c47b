package io.quantumleap.adapters.persistence.audit;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.action.ActionType;
import io.quantumleap.core.market.action.CorporateAction;
import io.quantumleap.core.market.action.port.CorporateActions;
import io.quantumleap.core.market.calendar.CalendarCode;
import io.quantumleap.core.market.calendar.CalendarDay;
import io.quantumleap.core.market.calendar.port.CalendarExceptions;
import io.quantumleap.core.market.reference.DescribedInstrument;
import io.quantumleap.core.market.reference.InstrumentFilter;
import io.quantumleap.core.market.reference.ReferenceData;
import io.quantumleap.core.market.reference.port.Instruments;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.security.audit.AuditAction;
import io.quantumleap.security.audit.RecordAudit;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Market data whose every change leaves a trace in the audit log, in the same unit of work. */
public final class AuditedMarket {

    private AuditedMarket() {}

    /** Audits what is saved there. */
    public static Instruments instruments(Instruments kept, RecordAudit audit) {
        return new AuditedInstruments(kept, audit);
    }

    /** Audits what is saved and removed there. */
    public static CorporateActions actions(CorporateActions kept, RecordAudit audit) {
        return new AuditedActions(kept, audit);
    }

    /** Audits what is saved there. */
    public static CalendarExceptions calendars(CalendarExceptions kept, RecordAudit audit) {
        return new AuditedCalendars(kept, audit);
    }

    private record AuditedInstruments(Instruments kept, RecordAudit audit) implements Instruments {

        @Override
        public void save(Collection<ReferenceData> changed) {
            kept.save(changed);
            String one =
                    changed.size() == 1 ? changed.iterator().next().symbol().value() : "";
            audit.write(
                    AuditAction.MARKET_DATA_CHANGED, one, changed.size(), changed.size() + " instruments described");
        }

        @Override
        public CursorPage<DescribedInstrument> page(InstrumentFilter filter, PageRequest request) {
            return kept.page(filter, request);
        }

        @Override
        public Optional<DescribedInstrument> find(Symbol symbol) {
            return kept.find(symbol);
        }

        @Override
        public Map<Symbol, ReferenceData> find(Collection<Symbol> symbols) {
            return kept.find(symbols);
        }

        @Override
        public Map<Symbol, ReferenceData> hold() {
            return kept.hold();
        }
    }

    private record AuditedActions(CorporateActions kept, RecordAudit audit) implements CorporateActions {

        @Override
        public Counts save(Collection<CorporateAction> actions) {
            Counts counts = kept.save(actions);
            if (counts.added() + counts.corrected() > 0) {
                audit.write(
                        AuditAction.MARKET_DATA_CHANGED,
                        "",
                        counts.added() + (long) counts.corrected(),
                        "corporate actions: " + counts.added() + " added, " + counts.corrected() + " corrected");
            }
            return counts;
        }

        @Override
        public boolean remove(Symbol symbol, LocalDate exDate, ActionType type) {
            boolean removed = kept.remove(symbol, exDate, type);
            if (removed) {
                audit.write(
                        AuditAction.MARKET_DATA_CHANGED,
                        symbol.value(),
                        1,
                        "corporate action removed: " + type.code() + " of " + exDate);
            }
            return removed;
        }

        @Override
        public List<CorporateAction> of(Symbol symbol) {
            return kept.of(symbol);
        }
    }

    private record AuditedCalendars(CalendarExceptions kept, RecordAudit audit) implements CalendarExceptions {

        @Override
        public int save(Map<CalendarCode, List<CalendarDay>> days) {
            int changed = kept.save(days);
            if (changed > 0) {
                audit.write(AuditAction.MARKET_DATA_CHANGED, "", changed, changed + " calendar days set");
            }
            return changed;
        }

        @Override
        public Map<CalendarCode, List<CalendarDay>> of(Collection<CalendarCode> codes) {
            return kept.of(codes);
        }

        @Override
        public List<CalendarCode> codes() {
            return kept.codes();
        }
    }
}
