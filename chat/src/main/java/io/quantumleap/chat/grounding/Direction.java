package io.quantumleap.chat.grounding;

import io.quantumleap.chat.evidence.Sense;
import io.quantumleap.chat.grounding.Claim.Sign;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which way the words around a number point, and whether a fact points there too. */
final class Direction {

    private static final String LOSS =
            "(?:los[est]\\w*|loss|fell|fall\\w*|drop\\w*|declin\\w*|decreas\\w*|down|negative|shrank|shrunk|minus|sank|sunk"
                    + "|slid|slipp\\w*|tumbl\\w*|plung\\w*|retreat\\w*)";
    private static final String MILD_LOSS = "(?:" + LOSS
            + "|below|behind|under(?:perform\\w*)?|lower|less|worse|worst|trail\\w*|lag\\w*|drawdown\\w*|red|short of|cost)";
    private static final String GAIN =
            "(?:gain(?:ed|s|ing)?|rose|rise[ns]?|risen|up(?! to| of)|grew|grow[ns]?|grown|profit(?:ed|s)?|increas\\w*|climb\\w*|earned"
                    + "|made(?! up)|ahead|outperform\\w*|positive|plus|jump\\w*|advanc\\w*|soar\\w*)";
    private static final String FEW_WORDS = "(?:[^,;:.!?\\d]|\\.(?=\\d)){0,40}?";

    private static final Pattern LOSS_JUST_BEFORE = Pattern.compile("\\b" + LOSS + "\\b" + FEW_WORDS + "[-+$€£¥]?$");
    private static final Pattern GAIN_JUST_BEFORE = Pattern.compile("\\b" + GAIN + "\\b" + FEW_WORDS + "[-+$€£¥]?$");
    private static final Pattern LOSS_ANYWHERE_BEFORE = Pattern.compile("\\b" + MILD_LOSS + "\\b");
    private static final Pattern LOSS_JUST_AFTER =
            Pattern.compile("^[\\d.,]*\\s?(?:%|per ?cent|percent|[a-z]{3})?\\s(?:\\w+ ){0,2}" + MILD_LOSS + "\\b");
    private static final Pattern GAIN_JUST_AFTER =
            Pattern.compile("^[\\d.,]*\\s?(?:%|per ?cent|percent|[a-z]{3})?\\s(?:\\w+ ){0,1}" + GAIN + "\\b");

    private static final int NEAR = 80;

    private final Sign sign;
    private final String before;
    private final String after;

    Direction(String lowerText, Claim.OfNumber claim) {
        this.sign = claim.sign();
        this.before = lowerText.substring(0, claim.start());
        this.after = lowerText.substring(claim.start(), Math.min(lowerText.length(), claim.start() + 60));
    }

    /** Whether the words do not turn a loss into a gain, or a gain into a loss, or hide a loss. */
    boolean agrees(int signum, Sense sense) {
        if (signum == 0) {
            return true;
        }
        if (sign != Sign.NONE) {
            return (sign == Sign.MINUS) == (signum < 0);
        }
        if (signum < 0) {
            return !saysGain() && (sense == Sense.SIZE || mentionsLoss());
        }
        return sense == Sense.SIZE || !saysLoss();
    }

    private boolean saysGain() {
        return nearest() > 0 || GAIN_JUST_AFTER.matcher(after).find();
    }

    private boolean saysLoss() {
        return nearest() < 0;
    }

    /** 1 when the word of direction that stands nearest before the number says gain, -1 when it says loss. */
    private int nearest() {
        return Integer.compare(lastStart(GAIN_JUST_BEFORE), lastStart(LOSS_JUST_BEFORE));
    }

    private int lastStart(Pattern words) {
        String near = before.substring(Math.max(0, before.length() - NEAR));
        Matcher found = words.matcher(near);
        int at = -1;
        int from = 0;
        while (from < near.length() && found.find(from)) {
            at = found.start();
            from = found.start() + 1;
        }
        return at;
    }

    private boolean mentionsLoss() {
        return LOSS_ANYWHERE_BEFORE.matcher(before).find()
                || LOSS_JUST_AFTER.matcher(after).find();
    }
}
