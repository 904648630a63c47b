package io.quantumleap.chat.guardrail;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The languages that questions may be asked in.
 *
 * @param allowed the languages, the preferred one first; none for any
 */
public record LanguagePolicy(List<Language> allowed) {

    /** Any language. */
    public static final LanguagePolicy ANY = new LanguagePolicy(List.of());

    /** Copies the list. */
    public LanguagePolicy {
        allowed = List.copyOf(allowed);
    }

    /**
     * What to say to a question in a language that is not allowed; empty when it is, or when its language cannot be told.
     */
    public Optional<String> refusal(String question) {
        return Language.of(question)
                .filter(language -> !allowed.isEmpty() && !allowed.contains(language))
                .map(language -> "That looks like " + language.englishName() + ". Questions are answered here in "
                        + names(" and ") + " only.");
    }

    /** What a model is told about the language of its answer. */
    public String instruction() {
        return allowed.isEmpty()
                ? "Answer in the user's language."
                : "Answer in the user's language if it is " + names(" or ") + ", else in "
                        + allowed.get(0).englishName() + ".";
    }

    private String names(String last) {
        String[] names = allowed.stream().map(Language::englishName).toArray(String[]::new);
        return names.length == 1
                ? names[0]
                : Arrays.stream(names, 0, names.length - 1).collect(Collectors.joining(", "))
                        + last
                        + names[names.length - 1];
    }
}
