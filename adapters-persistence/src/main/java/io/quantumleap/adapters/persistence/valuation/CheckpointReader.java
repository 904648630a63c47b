package io.quantumleap.adapters.persistence.valuation;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.BookState;
import io.quantumleap.core.portfolio.ExternalId;
import io.quantumleap.core.portfolio.Lot;
import io.quantumleap.core.portfolio.Quantity;
import io.quantumleap.core.portfolio.TradePrice;
import io.quantumleap.core.shared.Currencies;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.valuation.Checkpoint;
import io.quantumleap.core.valuation.LedgerTotals;
import io.quantumleap.core.valuation.SplitMark;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what {@link CheckpointWriter} wrote. */
final class CheckpointReader {

    private final DataInputStream in;
    private final Map<String, Currency> currencies = new HashMap<>();

    private CheckpointReader(byte[] bytes) {
        this.in = new DataInputStream(new ByteArrayInputStream(bytes));
    }

    static Checkpoint checkpoint(byte[] bytes) {
        try {
            return new CheckpointReader(bytes).read();
        } catch (IOException tooShort) {
            throw new UncheckedIOException(tooShort);
        }
    }

    private Checkpoint read() throws IOException {
        LocalDate day = date();
        LocalDate first = date();
        LocalDate last = date();
        int entryCount = in.readInt();
        LedgerTotals totals = new LedgerTotals(money(), money(), money(), money(), money(), money());
        Set<Symbol> everHeld = new HashSet<>();
        for (int count = in.readInt(); count > 0; count--) {
            everHeld.add(new Symbol(in.readUTF()));
        }
        Set<Currency> used = new HashSet<>();
        for (int count = in.readInt(); count > 0; count--) {
            used.add(currency());
        }
        List<SplitMark> splits = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            splits.add(new SplitMark(new Symbol(in.readUTF()), date(), new Quantity(decimal())));
        }
        return new Checkpoint(day, first, last, entryCount, book(), totals, everHeld, used, splits);
    }

    private BookState book() throws IOException {
        List<Money> cash = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            cash.add(money());
        }
        List<BookState.OfInstrument> positions = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            positions.add(position());
        }
        return new BookState(positions, cash);
    }

    private BookState.OfInstrument position() throws IOException {
        Symbol symbol = new Symbol(in.readUTF());
        TradePrice lastTrade = tradePrice();
        List<Lot> lots = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            lots.add(lot(symbol));
        }
        return new BookState.OfInstrument(symbol, lots, lastTrade);
    }

    private @Nullable TradePrice tradePrice() throws IOException {
        return in.readBoolean() ? new TradePrice(date(), money()) : null;
    }

    private Lot lot(Symbol symbol) throws IOException {
        LocalDate opened = date();
        LocalDate acquired = date();
        LocalDate paid = date();
        Quantity quantity = new Quantity(decimal());
        Money cost = money();
        boolean isShort = in.readBoolean();
        String name = in.readUTF();
        return new Lot(
                symbol, opened, acquired, paid, quantity, cost, isShort, name.isEmpty() ? null : new ExternalId(name));
    }

    private LocalDate date() throws IOException {
        return LocalDate.ofEpochDay(in.readInt());
    }

    private Money money() throws IOException {
        return new Money(decimal(), currency());
    }

    private Currency currency() throws IOException {
        return currencies.computeIfAbsent(in.readUTF(), Currencies::parse);
    }

    private BigDecimal decimal() throws IOException {
        int scale = in.readShort();
        byte[] digits = in.readNBytes(in.readUnsignedShort());
        return new BigDecimal(new BigInteger(digits), scale);
    }
}
