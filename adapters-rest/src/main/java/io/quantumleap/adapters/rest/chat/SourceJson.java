package io.quantumleap.adapters.rest.chat;

import io.quantumleap.chat.evidence.Source;
import java.util.ArrayList;
import java.util.List;

/** Where figures of an answer come from. */
public record SourceJson(int id, String tool, String title, String href, List<CitedFigureJson> figures) {

    /** The sources, numbered from 1 on. */
    public static List<SourceJson> of(List<Source> sources) {
        List<SourceJson> numbered = new ArrayList<>();
        for (Source source : sources) {
            numbered.add(new SourceJson(
                    numbered.size() + 1,
                    source.tool(),
                    source.title(),
                    source.href(),
                    source.figures().stream().map(CitedFigureJson::of).toList()));
        }
        return numbered;
    }
}
