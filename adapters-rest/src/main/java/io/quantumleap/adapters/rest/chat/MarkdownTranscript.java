package io.quantumleap.adapters.rest.chat;

import io.quantumleap.chat.conversation.Turn;
import io.quantumleap.chat.conversation.ViewConversation.Transcript;
import io.quantumleap.chat.evidence.Source;
import java.util.regex.Pattern;

/** A conversation as a Markdown file. What was said stands in it as text: no link, image or tag comes to life. */
final class MarkdownTranscript {

    static final String MEDIA_TYPE = "text/markdown;charset=utf-8";

    private static final Pattern ALIVE = Pattern.compile("[\\\\`*_{}\\[\\]<>#|!]");

    private MarkdownTranscript() {}

    static String of(Transcript transcript) {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(plain(transcript.conversation().title())).append("\n");
        for (Turn turn : transcript.turns()) {
            text.append("\n## ")
                    .append(turn instanceof Turn.Asked ? "Question" : "Answer")
                    .append(", ")
                    .append(turn.at())
                    .append("\n\n")
                    .append(plain(turn.text()))
                    .append("\n");
            if (turn instanceof Turn.Answered answered) {
                footer(text, answered);
            }
        }
        return text.toString();
    }

    private static void footer(StringBuilder text, Turn.Answered answered) {
        text.append("\nWorded by ").append(plain(answered.model())).append(".\n");
        if (!answered.sources().isEmpty()) {
            text.append("\nSources:\n\n");
        }
        for (Source source : answered.sources()) {
            text.append("- ").append(plain(source.title()));
            source.figures().forEach(figure -> text.append("; ")
                    .append(plain(figure.name()))
                    .append(": ")
                    .append(plain(figure.value())));
            text.append("\n");
        }
    }

    private static String plain(String text) {
        return ALIVE.matcher(text.strip()).replaceAll("\\\\$0");
    }
}
