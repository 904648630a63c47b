package io.quantumleap.core.market.reference;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.reference.port.Instruments;
import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.core.shared.FieldError;
import io.quantumleap.core.shared.FieldReader;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.RowError;
import io.quantumleap.core.shared.RowErrors;
import io.quantumleap.core.shared.UnitOfWork;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Says what instruments are: adds them and changes what is known of them, one at a time or by the file. Nothing is changed
 * when anything is refused. Safe for use by many threads.
 */
public final class DescribeInstruments {

    private final Instruments instruments;
    private final UnitOfWork work;

    /** Works on these ports. */
    public DescribeInstruments(Instruments instruments, UnitOfWork work) {
        this.instruments = Objects.requireNonNull(instruments, "instruments");
        this.work = Objects.requireNonNull(work, "work");
    }

    /** Adds one that is not there yet. */
    public InstrumentChange add(InstrumentFields fields) {
        return work.run(() -> {
            List<FieldError> errors = new ArrayList<>();
            InstrumentReader reader = reader(errors::add);
            Optional<Symbol> symbol = reader.symbol(fields.symbol());
            Catalogue catalogue = new Catalogue(instruments.hold());
            if (symbol.isPresent() && catalogue.find(symbol.get()).isPresent()) {
                return new InstrumentChange.Conflicting(
                        new FieldError("symbol", "taken", "There is an instrument " + symbol.get() + " already."));
            }
            Symbol readAs = symbol.orElseGet(() -> new Symbol("NONE"));
            Optional<ReferenceData> wanted = reader.read(readAs, fields, Optional.empty(), false);
            return symbol.isEmpty() || wanted.isEmpty()
                    ? new InstrumentChange.Refused(errors)
                    : saved(catalogue, wanted.get());
        });
    }

    /**
     * Changes one.
     *
     * @param version the version that the caller has seen, if it wants to be sure that nobody else changed it since
     * @throws MissingObjectException if there is no such instrument
     * @throws ConflictException if somebody else has changed it since
     */
    public InstrumentChange change(Symbol symbol, InstrumentFields fields, OptionalLong version) {
        return work.run(() -> {
            Catalogue catalogue = new Catalogue(instruments.hold());
            DescribedInstrument before = instruments
                    .find(symbol)
                    .orElseThrow(() -> new MissingObjectException("There is no instrument " + symbol + "."));
            if (version.isPresent() && version.getAsLong() != before.reference().version()) {
                throw new ConflictException("The instrument was changed in the meantime; look at it again.");
            }
            List<FieldError> errors = new ArrayList<>();
            Optional<ReferenceData> wanted =
                    reader(errors::add).read(symbol, fields, Optional.of(before.reference()), before.priceCount() > 0);
            return wanted.isEmpty() ? new InstrumentChange.Refused(errors) : saved(catalogue, wanted.get());
        });
    }

    private InstrumentChange saved(Catalogue catalogue, ReferenceData wanted) {
        Optional<FieldError> conflict = catalogue.conflict(wanted);
        if (conflict.isPresent()) {
            return new InstrumentChange.Conflicting(conflict.get());
        }
        if (catalogue.put(wanted)) {
            instruments.save(catalogue.changed().values());
        }
        return new InstrumentChange.Done(instruments.find(wanted.symbol()).orElseThrow());
    }

    /**
     * Takes in a file, all of it or nothing: unknown symbols are added, known ones changed as far as the file says anything.
     *
     * @param rows the rows in file order, read once
     */
    public InstrumentImport importRows(Iterator<? extends InstrumentRow> rows) {
        return work.run(() -> new OneFile(new Catalogue(instruments.hold())).take(rows));
    }

    private static InstrumentReader reader(Consumer<FieldError> errors) {
        AtomicBoolean refused = new AtomicBoolean();
        return new InstrumentReader(
                new FieldReader(LocalDate.MAX, error -> {
                    refused.set(true);
                    errors.accept(error);
                }),
                refused);
    }

    private final class OneFile {

        private final Catalogue catalogue;
        private final RowErrors.Collector errors = new RowErrors.Collector();
        private final InstrumentReader reader = reader(error -> errors.add(RowError.at(atLine(), error)));
        private final Set<Symbol> seen = new HashSet<>();
        private int line;
        private int rows;
        private int added;
        private int changed;

        OneFile(Catalogue catalogue) {
            this.catalogue = catalogue;
        }

        private int atLine() {
            return line;
        }

        InstrumentImport take(Iterator<? extends InstrumentRow> file) {
            while (file.hasNext()) {
                rows++;
                InstrumentRow row = file.next();
                if (row instanceof InstrumentRow.Unreadable unreadable) {
                    errors.add(unreadable.error());
                } else if (row instanceof InstrumentRow.Cells cells) {
                    line = cells.line();
                    take(cells.fields());
                }
            }
            if (!errors.isEmpty()) {
                return new InstrumentImport.Refused(errors.errors());
            }
            if (!catalogue.changed().isEmpty()) {
                instruments.save(catalogue.changed().values());
            }
            return new InstrumentImport.Done(rows, added, changed, rows - added - changed);
        }

        private void take(InstrumentFields fields) {
            Optional<Symbol> symbol = reader.symbol(fields.symbol());
            if (symbol.isEmpty()) {
                return;
            }
            if (!seen.add(symbol.get())) {
                errors.add(new RowError(line, "symbol", "duplicate", "The file names " + symbol.get() + " twice."));
                return;
            }
            Optional<ReferenceData> before = catalogue.find(symbol.get());
            boolean hasPrices = before.isPresent() && hasPrices(symbol.get(), fields, before.get());
            reader.read(symbol.get(), fields, before, hasPrices).ifPresent(wanted -> put(wanted, before.isEmpty()));
        }

        /** Asked only where it matters, since a file names many. */
        private boolean hasPrices(Symbol symbol, InstrumentFields fields, ReferenceData before) {
            String wanted = fields.currency().orElse("").strip();
            return !wanted.isEmpty()
                    && !wanted.equals(before.currency().getCurrencyCode())
                    && instruments
                            .find(symbol)
                            .filter(one -> one.priceCount() > 0)
                            .isPresent();
        }

        private void put(ReferenceData wanted, boolean isNew) {
            Optional<FieldError> conflict = catalogue.conflict(wanted);
            if (conflict.isPresent()) {
                errors.add(RowError.at(line, conflict.get()));
            } else if (catalogue.put(wanted)) {
                added += isNew ? 1 : 0;
                changed += isNew ? 0 : 1;
            }
        }
    }
}
