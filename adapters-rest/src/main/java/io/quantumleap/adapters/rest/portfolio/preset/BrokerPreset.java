package io.quantumleap.adapters.rest.portfolio.preset;

import io.quantumleap.adapters.rest.csv.CsvLayout;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How one broker writes its transactions, and what that means in ours. Columns are named in lower case, and where a broker
 * has changed a name over the years, every name it had is listed.
 *
 * @param name by which a request asks for it, {@code a-z 0-9 -}
 * @param title the broker and the report, for people
 * @param layout how the file is laid out
 * @param date where the date stands, and its form; what follows it in the cell, such as a time, is not looked at
 * @param type where the type stands, and which words mean what
 * @param symbol where the symbol stands, and which of its characters are written otherwise here
 * @param quantity where the number of units stands; no names where there is none
 * @param price where the price of one unit stands; no names where it follows from the amount, because the broker quotes
 *     prices in another currency than it books
 * @param amount where the money that moved stands, fees taken into account
 * @param fees where fees stand, all of which are added
 * @param currency where the currency stands, or the one currency of the file
 * @param externalId where the broker's own id stands
 * @param rows which rows count, by what stands in other columns
 * @param number how numbers are written
 */
public record BrokerPreset(
        String name,
        String title,
        CsvLayout layout,
        DateCell date,
        TypeCell type,
        SymbolCell symbol,
        List<String> quantity,
        List<String> price,
        AmountCell amount,
        FeeCells fees,
        CurrencyCell currency,
        IdCell externalId,
        List<RowCell> rows,
        NumberForm number) {

    /** Copies the lists. */
    public BrokerPreset {
        quantity = List.copyOf(quantity);
        price = List.copyOf(price);
        rows = List.copyOf(rows);
    }

    /**
     * Where the date stands.
     *
     * @param columns its names
     * @param form how it is written
     */
    public record DateCell(List<String> columns, DateTimeFormatter form) {

        /** Copies the names. */
        public DateCell {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Where the type stands.
     *
     * @param columns its names
     * @param meanings what each word means, longest first, so that the first that fits is the closest
     */
    public record TypeCell(List<String> columns, List<Meaning> meanings) {

        /** Copies the lists. */
        public TypeCell {
            columns = List.copyOf(columns);
            meanings = List.copyOf(meanings);
        }
    }

    /**
     * What a broker's word means.
     *
     * @param word in lower case
     * @param isPrefix whether more may follow it
     * @param incoming our type when money comes in, or when nothing says which way it goes
     * @param outgoing our type when money goes out
     * @param treatment what becomes of such a row
     */
    public record Meaning(String word, boolean isPrefix, String incoming, String outgoing, Treatment treatment) {

        boolean fits(String text) {
            String lower = text.toLowerCase(Locale.ROOT);
            return isPrefix ? lower.startsWith(word) : lower.equals(word);
        }
    }

    /** What becomes of a row. */
    public enum Treatment {
        /** It is booked. */
        COUNTED,
        /** It is known to move nothing of ours, and is passed over. */
        SKIPPED,
        /** It cannot be booked, so that the file is refused. */
        REFUSED
    }

    /**
     * Where the broker's own id stands.
     *
     * @param columns its names; none where there is no id
     * @param required whether every row must have one
     */
    public record IdCell(List<String> columns, boolean required) {

        /** Copies the names. */
        public IdCell {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A column that says whether a row counts. What says nothing, and a file without the column, counts.
     *
     * @param column its name
     * @param counted what stands in rows that count, in lower case
     * @param skipped what stands in rows that say again what others say, in lower case
     */
    public record RowCell(String column, Set<String> counted, Set<String> skipped) {

        /** Copies the words. */
        public RowCell {
            counted = Set.copyOf(counted);
            skipped = Set.copyOf(skipped);
        }

        Treatment treatment(String text) {
            String lower = text.toLowerCase(Locale.ROOT);
            if (lower.isEmpty() || counted.contains(lower)) {
                return Treatment.COUNTED;
            }
            return skipped.contains(lower) ? Treatment.SKIPPED : Treatment.REFUSED;
        }
    }

    /**
     * Where the symbol stands.
     *
     * @param columns its names
     * @param replacements what is written instead of some of its characters
     */
    public record SymbolCell(List<String> columns, Map<String, String> replacements) {

        /** Copies the collections. */
        public SymbolCell {
            columns = List.copyOf(columns);
            replacements = Map.copyOf(replacements);
        }
    }

    /**
     * Where the money stands.
     *
     * @param columns its names
     * @param signed whether its sign says which way the money goes, and is checked against the type
     */
    public record AmountCell(List<String> columns, boolean signed) {

        /** Copies the names. */
        public AmountCell {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Where fees stand.
     *
     * @param columns those that are added; each may be missing from a file
     * @param negative whether a fee that was charged is written with a minus
     */
    public record FeeCells(List<String> columns, boolean negative) {

        /** Copies the names. */
        public FeeCells {
            columns = List.copyOf(columns);
        }
    }

    /**
     * In which currency a row is.
     *
     * @param always the one currency of every file, or an empty text
     * @param columns where it stands, if it stands in the file
     * @param same columns that must say the same currency, if they say any
     */
    public record CurrencyCell(String always, List<String> columns, List<String> same) {

        /** Copies the names. */
        public CurrencyCell {
            columns = List.copyOf(columns);
            same = List.copyOf(same);
        }
    }

    /** The names that our columns have in the broker's file, for messages: our name as it is where there is none. */
    String brokersName(String ours, Set<String> header) {
        List<String> names =
                switch (ours) {
                    case "date" -> date.columns();
                    case "type" -> type.columns();
                    case "symbol" -> symbol.columns();
                    case "quantity" -> quantity;
                    case "price" -> price.isEmpty() ? amount.columns() : price;
                    case "amount" -> amount.columns();
                    case "fee" -> fees.columns();
                    case "currency" -> currency.columns();
                    case "external_id" -> externalId.columns();
                    default -> List.of();
                };
        return names.stream().filter(header::contains).findFirst().orElse(ours);
    }

    /** The sets of names of which a file must have one each. */
    List<List<String>> required() {
        List<List<String>> required = new ArrayList<>();
        for (List<String> names : List.of(
                date.columns(),
                type.columns(),
                symbol.columns(),
                quantity,
                price,
                amount.columns(),
                currency.columns(),
                externalId.columns())) {
            if (!names.isEmpty()) {
                required.add(names);
            }
        }
        return required;
    }

    /** The columns that are looked at, for people. */
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        required().forEach(columns::addAll);
        columns.addAll(fees.columns());
        columns.addAll(currency.same());
        rows.forEach(row -> columns.add(row.column()));
        return columns;
    }
}
