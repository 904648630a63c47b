package io.quantumleap.chat.analyst;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the numbers of a question that tries something out. */
final class Scenario {

    private static final Pattern PERCENT =
            Pattern.compile("(?<![\\w.])(?<minus>-)?(?<number>\\d{1,3}(?:\\.\\d{1,4})?) ?(?:%|percent|per cent|pct)");
    private static final Pattern UP = Pattern.compile(
            "\\b(?:rise|rises|rose|risen|gain|gains|gained|increase|increases|increased|up|climb|climbs|climbed|grow|grew|jump|jumped|rally|rallied)\\b");
    private static final Pattern DOWN = Pattern.compile(
            "\\b(?:fall|falls|fell|drop|drops|dropped|crash|crashes|crashed|lose|loses|lost|decline|declines|declined|down|decrease|plunge|plunged|sink|sank|slump)\\b");
    private static final Pattern TRADE = Pattern.compile(
            "\\b(?<side>sell|sold|selling|buy|bought|buying)(?: (?:of|another|more|all|my|the|about))*\\s+(?<quantity>\\d{1,9}(?:\\.\\d{1,6})?)(?! ?(?:%|percent))");

    private Scenario() {}

    /** A trade that is to be tried out. */
    record Trade(String side, String quantity) {}

    /** The change of prices in per cent; a fall unless the words say a rise. */
    static Optional<BigDecimal> change(String text) {
        Matcher percent = PERCENT.matcher(text);
        if (!percent.find()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(percent.group("number"));
        boolean rises = UP.matcher(text).find() && !DOWN.matcher(text).find() && percent.group("minus") == null;
        return Optional.of(rises ? number : number.negate());
    }

    static Optional<Trade> trade(String text) {
        Matcher trade = TRADE.matcher(text);
        return trade.find()
                ? Optional.of(new Trade(trade.group("side").startsWith("s") ? "sell" : "buy", trade.group("quantity")))
                : Optional.empty();
    }
}
