package io.quantumleap.adapters.rest.chat.analysis;

import io.quantumleap.adapters.rest.chat.SourceJson;
import io.quantumleap.chat.analysis.Finding;
import java.util.List;

/** Something that was found, or that would change it, with its evidence. */
public record FindingJson(String name, String level, String statement, List<SourceJson> evidence) {

    static FindingJson of(Finding finding) {
        return new FindingJson(
                finding.name(), finding.level(), finding.statement(), SourceJson.of(List.of(finding.evidence())));
    }
}
