package io.quantumleap.adapters.rest.chat.analysis;

import io.quantumleap.adapters.rest.chat.SourceJson;
import io.quantumleap.chat.analysis.Analysis;
import io.quantumleap.chat.analysis.Score;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A portfolio analysed. */
public record AnalysisJson(
        String portfolioId,
        String from,
        String to,
        @Nullable Double overallScore,
        String riskLevel,
        List<ScoreJson> scores,
        List<FindingJson> findings,
        List<FindingJson> suggestions,
        String summary,
        List<SourceJson> sources,
        List<String> notes,
        String model,
        boolean fallback,
        String timestamp) {

    static AnalysisJson of(String portfolio, Analysis analysis) {
        return new AnalysisJson(
                portfolio,
                analysis.from().toString(),
                analysis.to().toString(),
                analysis.scores().stream().findFirst().map(Score::number).orElse(null),
                analysis.riskLevel(),
                analysis.scores().stream().map(ScoreJson::of).toList(),
                analysis.findings().stream().map(FindingJson::of).toList(),
                analysis.suggestions().stream().map(FindingJson::of).toList(),
                analysis.summary().text(),
                SourceJson.of(analysis.summary().sources()),
                analysis.notes(),
                analysis.summary().model(),
                analysis.fallback(),
                analysis.summary().at().toString());
    }
}
