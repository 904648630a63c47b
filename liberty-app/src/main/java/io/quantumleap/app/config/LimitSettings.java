package io.quantumleap.app.config;

import io.quantumleap.app.config.Setting.Kind;
import io.quantumleap.security.access.RateClass;
import io.quantumleap.security.limit.Allowance;
import io.quantumleap.security.limit.Bulkhead;
import io.quantumleap.security.limit.LimitPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The settings of the limits: for each class of requests an allowance of a person and of an address, for the dear ones places. */
final class LimitSettings {

    private static final Kind<Allowance> ALLOWANCE =
            Kinds.checked("requests and a window, such as 600/PT1M", Allowance::parse);
    private static final Kind<Bulkhead.Size> SIZE =
            Kinds.checked("places, queue and patience, such as 16/64/PT10S", LimitSettings::size);

    private static final Map<RateClass, Setting<Allowance>> USERS = new EnumMap<>(Map.of(
            RateClass.READ, user("read", "60000/PT1M", "look up"),
            RateClass.WRITE, user("write", "6000/PT1M", "change"),
            RateClass.HEAVY, user("heavy", "60000/PT1M", "import, or compute over a whole history"),
            RateClass.ASSISTANT, user("assistant", "600/PT1M", "ask the assistant")));

    private static final Map<RateClass, Setting<Allowance>> ADDRESSES = new EnumMap<>(Map.of(
            RateClass.PAGE, address("page", "60000/PT1M", "files of the page"),
            RateClass.SIGN_IN, address("sign-in", "1200/PT1M", "sign-ins, right or wrong, and renewals"),
            RateClass.READ, address("read", "120000/PT1M", "looking up, tokens that are not accepted among it"),
            RateClass.WRITE, address("write", "12000/PT1M", "changes"),
            RateClass.HEAVY, address("heavy", "120000/PT1M", "imports and computations over a whole history"),
            RateClass.ASSISTANT, address("assistant", "1200/PT1M", "questions to the assistant")));

    private static final Map<RateClass, Setting<Bulkhead.Size>> BULKHEADS = new EnumMap<>(Map.of(
            RateClass.HEAVY,
                    bulkhead(
                            "heavy",
                            "8/64/PT10S",
                            "imports and computations over a whole history; each needs a connection to the database, so leave some to the others"),
            RateClass.ASSISTANT, bulkhead("assistant", "512/64/PT5S", "questions to the assistant")));

    private static final Setting<Bulkhead.Size> SIGN_INS = bulkhead(
            "sign-in",
            "5/40/PT10S",
            "sign-ins, renewals not among them; each needs a connection to the database, so leave some to the others");

    private LimitSettings() {}

    /** All of them, class by class. */
    static List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>();
        for (RateClass requests : RateClass.values()) {
            for (Map<RateClass, ? extends Setting<?>> settings : List.of(USERS, ADDRESSES, BULKHEADS)) {
                Setting<?> setting = settings.get(requests);
                if (setting != null) {
                    all.add(setting);
                }
            }
            if (requests == RateClass.SIGN_IN) {
                all.add(SIGN_INS);
            }
        }
        return all;
    }

    /** The policy that the values make. */
    static LimitPolicy policy(
            Function<Setting<Allowance>, Allowance> allowances, Function<Setting<Bulkhead.Size>, Bulkhead.Size> sizes) {
        return new LimitPolicy(
                values(USERS, allowances),
                values(ADDRESSES, allowances),
                values(BULKHEADS, sizes),
                sizes.apply(SIGN_INS));
    }

    private static <T> Map<RateClass, T> values(Map<RateClass, Setting<T>> settings, Function<Setting<T>, T> read) {
        Map<RateClass, T> values = new EnumMap<>(RateClass.class);
        settings.forEach((requests, setting) -> values.put(requests, read.apply(setting)));
        return values;
    }

    private static Setting<Allowance> user(String requests, String standard, String what) {
        return Setting.of(
                "quantumleap.limit." + requests + ".user", ALLOWANCE, standard, "how often one person may " + what);
    }

    private static Setting<Allowance> address(String requests, String standard, String what) {
        return Setting.of(
                "quantumleap.limit." + requests + ".address",
                ALLOWANCE,
                standard,
                "how much one address may ask: " + what);
    }

    private static Setting<Bulkhead.Size> bulkhead(String requests, String standard, String what) {
        return Setting.of(
                "quantumleap.limit." + requests + ".bulkhead",
                SIZE,
                standard,
                "how many are worked on at once, how many wait, and how long: " + what);
    }

    private static Bulkhead.Size size(String text) {
        String[] parts = text.split("/", -1);
        try {
            return new Bulkhead.Size(
                    Integer.parseInt(parts[0].strip()),
                    Integer.parseInt(parts[1].strip()),
                    Duration.parse(parts[2].strip()));
        } catch (RuntimeException malformed) {
            throw new IllegalArgumentException("must be places, queue and patience such as 16/64/PT10S", malformed);
        }
    }
}
