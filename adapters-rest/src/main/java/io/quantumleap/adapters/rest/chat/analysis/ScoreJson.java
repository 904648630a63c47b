package io.quantumleap.adapters.rest.chat.analysis;

import io.quantumleap.adapters.rest.chat.SourceJson;
import io.quantumleap.chat.analysis.Score;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A score with its formula. */
public record ScoreJson(String name, @Nullable Double value, String formula, List<SourceJson> evidence) {

    static ScoreJson of(Score score) {
        return new ScoreJson(score.name(), score.number(), score.formula(), SourceJson.of(List.of(score.evidence())));
    }
}
