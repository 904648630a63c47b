package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolRefusal.Reason;
import io.quantumleap.core.valuation.MissingPrice;
import java.util.List;

/** Says which price is missing. */
final class Unmeasurable {

    private Unmeasurable() {}

    static ToolOutcome refusal(List<MissingPrice> missing) {
        return new ToolRefusal(Reason.NO_DATA, missing.get(0).message());
    }
}
