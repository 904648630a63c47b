package io.quantumleap.chat.guardrail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The languages that a text can be told apart by, from its function words ("the", "der", "les"). Only a guess is made, and only
 * where a text has at least two such words of one language and more than of any other.
 */
public enum Language {
    /** English. */
    ENGLISH(
            "en",
            "the a an of to in is are was were my your our what which when how why who would should could did do does have"
                    + " has had and or from with for on at by this that it i you we me much many since last year"),
    /** German. */
    GERMAN(
            "de",
            "der die das den dem des ein eine einen einem ist sind war waren mein meine meinem meinen meiner wie was welche"
                    + " welcher welches wann warum wer wurde wurden habe hat hatte ich du wir und oder von mit im am zu auf für nicht"
                    + " letzten letztes jahr viel"),
    /** French. */
    FRENCH(
            "fr",
            "le la les un une des du de est sont mon ma mes quel quelle quels quelles comment pourquoi quand qui combien je"
                    + " tu nous vous et ou avec dans pour sur pas ai cette ce dernière année"),
    /** Spanish. */
    SPANISH(
            "es",
            "el la los las un una unos de del es son mi mis cuál cuáles cómo qué por cuándo quién cuánto cuánta yo tú y o con"
                    + " en para sobre no he este esta último año"),
    /** Italian. */
    ITALIAN(
            "it",
            "il lo la gli le un una di del della è sono mio mia miei mie quale quali come perché quando chi quanto io tu e o"
                    + " con in per su non ho questo questa ultimo anno"),
    /** Portuguese. */
    PORTUGUESE(
            "pt",
            "o a os as um uma de do da é são meu minha meus minhas qual quais como porque quando quem quanto eu e ou com em"
                    + " para sobre não tenho este esta último ano"),
    /** Dutch. */
    DUTCH(
            "nl",
            "de het een van is zijn was mijn wat welke hoe waarom wanneer wie hoeveel ik jij wij en of met in voor op niet"
                    + " heb heeft dit dat vorig jaar veel");

    private static final int FEWEST_WORDS = 2;

    private final String code;
    /** With blanks around each. */
    private final String words;

    Language(String code, String words) {
        this.code = code;
        this.words = " " + words + " ";
    }

    /** The two letters of ISO 639-1. */
    public String code() {
        return code;
    }

    /** The name in English, such as {@code German}. */
    public String englishName() {
        return Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
    }

    /** The language with these two letters, if it is one of these. */
    public static Optional<Language> withCode(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    private boolean has(String word) {
        return !word.isEmpty() && words.contains(" " + word + " ");
    }

    /** The language that a text seems to be in; empty where that cannot be told. */
    public static Optional<Language> of(String text) {
        List<String> found = Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}']+", -1));
        Language best = null;
        long most = 0;
        boolean tied = false;
        for (Language language : values()) {
            long count = found.stream().filter(language::has).count();
            tied = count == most || (tied && count < most);
            if (count > most) {
                best = language;
                most = count;
            }
        }
        return most < FEWEST_WORDS || tied ? Optional.empty() : Optional.ofNullable(best);
    }
}
