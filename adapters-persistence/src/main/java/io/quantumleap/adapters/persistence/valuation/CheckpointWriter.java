package io.quantumleap.adapters.persistence.valuation;

import io.quantumleap.core.portfolio.BookState;
import io.quantumleap.core.portfolio.ExternalId;
import io.quantumleap.core.portfolio.Lot;
import io.quantumleap.core.portfolio.TradePrice;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.valuation.Checkpoint;
import io.quantumleap.core.valuation.LedgerTotals;
import io.quantumleap.core.valuation.SplitMark;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Writes checkpoints as bytes that {@link CheckpointReader} reads. */
final class CheckpointWriter {

    /** The form of the bytes; any change of it, or of what a checkpoint holds, needs another number. */
    static final int FORM = 3;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private CheckpointWriter() {}

    static byte[] bytes(Checkpoint checkpoint) {
        try {
            CheckpointWriter writer = new CheckpointWriter();
            writer.write(checkpoint);
            return writer.bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void write(Checkpoint checkpoint) throws IOException {
        date(checkpoint.day());
        date(checkpoint.first());
        date(checkpoint.last());
        out.writeInt(checkpoint.entryCount());
        totals(checkpoint.totals());
        out.writeInt(checkpoint.everHeld().size());
        for (var symbol : checkpoint.everHeld()) {
            out.writeUTF(symbol.value());
        }
        out.writeInt(checkpoint.currencies().size());
        for (Currency currency : checkpoint.currencies()) {
            out.writeUTF(currency.getCurrencyCode());
        }
        out.writeInt(checkpoint.splits().size());
        for (SplitMark split : checkpoint.splits()) {
            out.writeUTF(split.symbol().value());
            date(split.date());
            decimal(split.ratio().value());
        }
        book(checkpoint.book());
    }

    private void totals(LedgerTotals totals) throws IOException {
        money(totals.netContributions());
        money(totals.dividends());
        money(totals.interest());
        money(totals.fees());
        money(totals.taxes());
        money(totals.realisedGain());
    }

    private void book(BookState book) throws IOException {
        money(book.cash());
        out.writeInt(book.positions().size());
        for (BookState.OfInstrument position : book.positions()) {
            out.writeUTF(position.symbol().value());
            tradePrice(position.lastTrade());
            out.writeInt(position.lots().size());
            for (Lot lot : position.lots()) {
                lot(lot);
            }
        }
    }

    private void money(Collection<Money> all) throws IOException {
        out.writeInt(all.size());
        for (Money money : all) {
            money(money);
        }
    }

    private void tradePrice(@Nullable TradePrice price) throws IOException {
        out.writeBoolean(price != null);
        if (price != null) {
            date(price.date());
            money(price.price());
        }
    }

    private void lot(Lot lot) throws IOException {
        date(lot.opened());
        date(lot.acquired());
        date(lot.paid());
        decimal(lot.quantity().value());
        money(lot.cost());
        out.writeBoolean(lot.isShort());
        out.writeUTF(lot.name().map(ExternalId::value).orElse(""));
    }

    private void date(LocalDate date) throws IOException {
        out.writeInt(Math.toIntExact(date.toEpochDay()));
    }

    private void money(Money money) throws IOException {
        decimal(money.amount());
        out.writeUTF(money.currency().getCurrencyCode());
    }

    private void decimal(BigDecimal number) throws IOException {
        byte[] digits = number.unscaledValue().toByteArray();
        out.writeShort(number.scale());
        out.writeShort(digits.length);
        out.write(digits);
    }
}
