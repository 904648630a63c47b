package io.quantumleap.adapters.rest.chat;

import io.quantumleap.chat.evidence.CitedFigure;

/** A figure that an answer cites. */
public record CitedFigureJson(String name, String value) {

    static CitedFigureJson of(CitedFigure figure) {
        return new CitedFigureJson(figure.name(), figure.value());
    }
}
