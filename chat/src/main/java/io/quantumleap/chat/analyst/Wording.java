package io.quantumleap.chat.analyst;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cuts a question into plain lower-case words: contractions written out, punctuation and disguises gone. */
final class Wording {

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern IS = Pattern.compile("\\b(what|how|where|who|that|it|there|when|which|here)'s\\b");
    private static final Pattern WHATS = Pattern.compile("\\b(what|how|where|who|that)s\\b");
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMERIC_DATE = Pattern.compile("\\d{1,2}[./]\\d{1,2}[./]\\d{4}");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}&%.-]+");
    private static final Pattern EDGES = Pattern.compile("^[.&-]+|[.&-]+$");

    private Wording() {}

    static List<String> words(String question) {
        String text = Normalizer.normalize(
                        INVISIBLE
                                .matcher(question)
                                .replaceAll("")
                                .replace('’', '\'')
                                .replace('‘', '\''),
                        Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        String full = IS.matcher(text).replaceAll("$1 is");
        full = WHATS.matcher(full).replaceAll("$1 is");
        full = full.replace("n't", " not")
                .replace("'ve", " have")
                .replace("'re", " are")
                .replace("'m", " am")
                .replace("'ll", " will")
                .replace("'d", " would")
                .replace("'s", "")
                .replace("'", "")
                .replaceAll("(?<=\\d) %", "%");
        List<String> words = new ArrayList<>();
        for (String part : full.split("\\s+", -1)) {
            addWords(part, words);
        }
        return words;
    }

    private static void addWords(String part, List<String> words) {
        String trimmed = part.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}%]+$", "");
        if (ISO_DATE.matcher(trimmed).matches() || NUMERIC_DATE.matcher(trimmed).matches()) {
            words.add(trimmed);
            return;
        }
        for (String piece : NO_WORD.split(trimmed.replace('-', ' '), -1)) {
            String word = EDGES.matcher(piece).replaceAll("");
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
    }
}
