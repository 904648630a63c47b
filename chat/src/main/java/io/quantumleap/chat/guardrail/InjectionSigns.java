package io.quantumleap.chat.guardrail;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Signs that a text tries to steer a model: for the audit, not for refusing. What keeps a manipulated model harmless is that it
 * can do nothing that the caller may not; so an honest question that looks odd is answered all the same.
 */
public final class InjectionSigns {

    private static final int MOST_READ = 20_000;
    private static final int FEW_INVISIBLE = 5;
    private static final int MANY_TIMES = 100;
    private static final Map<String, Pattern> SIGNS = new LinkedHashMap<>();

    static {
        sign(
                "overrides_instructions",
                "\\b(?:ignor\\w*|disregard\\w*|forget|override|bypass|skip)\\b.{0,40}\\b(?:instruct\\w*|rules?|prompts?|guidelines?|directions?|everything|"
                        + "restrictions?|training|programming|context|above|previous|prior|told)\\b"
                        + "|\\b(?:new|real|actual|updated|following) (?:instructions?|rules|task|orders?)\\b.{0,20}(?::|are|is)"
                        + "|\\b(?:ignorier|vergiss|missacht)\\w*.{0,40}\\b(?:anweisung\\w*|regeln|befehle)"
                        + "|\\b(?:ignore[zr]?|oublie[zr]?).{0,30}\\b(?:instructions|consignes|règles)"
                        + "|\\b(?:ignor[ae]|olvida|dimentica|esque[cç]\\w+|negeer|vergeet|zignoruj).{0,40}\\b(?:instru[cçk]\\w+|reglas|regole|regras|istruzioni|regels|zasad\\w*)"
                        + "|(?:игнорир|забудь)\\p{L}*.{0,40}(?:инструкц|указани|правил)"
                        + "|(?:忽略|忽视|無視).{0,20}(?:指令|指示|规则|說明)|(?:指令|指示).{0,10}(?:忽略|無視)|무시.{0,20}지시|지시.{0,20}무시");
        sign(
                "assigns_a_role",
                "\\b(?:you are|you're|you will be|you shall be) (?:now |going to be |henceforth |a |an |no longer |not )*(?:now|dan|gpt\\w*|evil|unrestricted|jailbroken|free|"
                        + "[a-z]{0,12}bot|in (?:developer|god|debug) mode|character)\\b"
                        + "|\\bfrom now on\\b|\\bact as\\b|\\bpretend\\b|\\brole-?play\\w*|\\bstay in character\\b|\\bsimulat\\w+\\b.{0,30}\\b(?:persona|character|mode|terminal)\\b"
                        + "|\\bdeveloper mode\\b|\\bdo anything now\\b|\\bjailb\\w+|\\bno (?:restrictions|limits|filters?|rules|censorship)\\b|\\bhypothetical\\w* (?:story|world|character)");
        sign(
                "asks_for_the_rules",
                "\\b(?:reveal|show|print|repeat|output|tell|display|give|leak|write|what (?:is|are)|summari[sz]e|translate|recite)\\b.{0,50}"
                        + "\\b(?:(?:system|initial|hidden|secret|original|first|full|exact|your)(?: \\w+){0,2} (?:prompt|instructions?|rules|messages?)|system message|text above|words above|prompt above)\\b"
                        + "|\\b(?:repeat|print|output|copy|echo|write out|recite)\\b.{0,30}\\b(?:everything|all|text|words|lines?|content)\\b.{0,20}\\b(?:above|before this|so far|verbatim)\\b"
                        + "|\\bwhat (?:were|are|have) you (?:been )?(?:told|instructed|ordered|forbidden|programmed|configured)\\b"
                        + "|систем\\p{L}* (?:промпт|сообщени)|系统(?:提示|消息)|システムプロンプト");
        sign(
                "asks_for_others_data",
                "\\b(?:all|every|each|other|another|any|list(?: of)?)\\b.{0,20}\\b(?:users?|clients?|customers?|portfolios of)\\b.{0,60}"
                        + "|\\b(?:other|another|someone else'?s?|everyone'?s|anybody'?s)\\b.{0,20}\\baccounts?\\b|\\baccount holders\\b"
                        + "|\\b(?:credit card|card|bank|payment) (?:details|numbers?|data)\\b|\\b(?:social security|passport) numbers?\\b"
                        + "|\\b(?:signing|private|encryption|licen[cs]e|activation|master|ssh|jwt)[ _-](?:\\w+ )?keys?\\b"
                        + "|\\b(?:every|each|all|any)(?: \\w+)? ids?\\b.{0,40}|\\bids? (?:from )?\\d+ ?(?:to|-|through|until) ?\\d+"
                        + "|\\buser[_ ]?id\\b|\\b(?:passwords?|api[_ -]?keys?|secrets?|access tokens?|credentials?|environment variables?)\\b");
        sign(
                "speaks_as_the_system",
                "<\\|[a-z_]+\\|>|\\[/?(?:inst|sys\\w*)\\]|<</?sys>>|</?(?:system|assistant|tool|instructions?)>|#{2,} ?(?:instruction|system|end|new)"
                        + "|^\\s*(?:system|assistant|developer|admin(?:istrator)?)\\s*:|\\b(?:end of|begin) (?:document|prompt|user input|instructions?|system)\\b"
                        + "|\\b(?:assistant|ai|llm|chatbot|language model)\\b ?[,:].{0,60}\\b(?:say|tell|write|answer|reply|report|state|pretend|claim|add|send|call)\\b"
                        + "|\\bsystem (?:override|alert|notice|update|note)\\b|\\b(?:note|message|attention) (?:to|for) (?:the )?(?:ai|assistant|llm|model|chatbot)\\b|\\[\\s*(?:system|admin)");
        sign(
                "asks_for_a_command",
                "\\b(?:drop|truncate|alter) table\\b|\\bunion select\\b|\\bselect \\* from\\b|\\brm -rf\\b|\\b(?:os\\.system|subprocess|eval|exec)\\s*\\(|/etc/passwd|\\bcurl\\b.{0,40}http"
                        + "|\\b(?:fetch|open|load|read|visit|browse|download|get|access)\\b.{0,50}\\b(?:https?|file|ftp|gopher)://"
                        + "|\\bimport \\w+ ?;|\\bfrom \\w+ import\\b|\\bprint ?\\(|\\bos\\.\\w+ ?\\(|__\\w+__|\\b(?:system|popen|shell_exec|require) ?\\("
                        + "|javascript ?:|<script|data:text/html|\\bon(?:error|load|click) ?="
                        + "|\\b(?:call|execute|invoke|run|use)\\b.{0,25}\\b(?:tool|function|command|script|shell|sql|code)\\b|!\\[[^\\]]*\\]\\(https?:"
                        + "|\\b(?:send|post|forward|email|upload|exfiltrate)\\b.{0,60}(?:https?://|@|\\bto (?:this|the following) (?:address|url|account))");
        sign(
                "is_encoded",
                "\\b(?:base64|rot13|hex(?:adecimal)?|morse|decode|decrypt)\\b.{0,40}|(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{60,}={0,2}(?![A-Za-z0-9+/])|(?:\\\\x[0-9a-f]{2}){6}");
        sign("repeats_itself", "(\\b\\w{1,20}\\b)(?:\\W{1,3}+\\1\\b){14}");
    }

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    private InjectionSigns() {}

    private static void sign(String name, String pattern) {
        SIGNS.put(name, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE));
    }

    /** Letters of other scripts that look like Latin ones, as attackers use them; after Unicode's confusables. */
    private static final String LOOKALIKES = "аaеeоoрpсcуyхxіiјjѕsһhԁdӏlѵvԛqԝwαaοoνvιiκkρpτtυuɡgɩiⅼl";

    private static final Map<Integer, Integer> LATIN = latin();
    private static final Pattern MIXED_SCRIPTS =
            Pattern.compile("[\\p{IsLatin}\\d]+[\\p{IsCyrillic}\\p{IsGreek}\\p{IsArmenian}\\p{IsCherokee}]+\\p{IsLatin}"
                    + "|[\\p{IsCyrillic}\\p{IsGreek}\\p{IsArmenian}\\p{IsCherokee}]+\\p{IsLatin}{2,}");
    private static final Pattern DIGITS_IN_A_WORD =
            Pattern.compile("\\b(?=\\w*\\p{L})(?=\\w*[013457@$])[\\p{L}013457@$]{3,}");
    private static final Pattern TURNED_AROUND = Pattern.compile("[\\u202e\\u202d\\u2067]");

    private static Map<Integer, Integer> latin() {
        Map<Integer, Integer> latin = new HashMap<>();
        int[] points = LOOKALIKES.codePoints().toArray();
        for (int i = 0; i < points.length; i += 2) {
            latin.put(points[i], points[i + 1]);
        }
        return latin;
    }

    /** The names of the signs in a text; empty for what looks like an ordinary question. */
    public static List<String> in(String text) {
        String cut = text.substring(0, Math.min(MOST_READ, text.length()));
        String plain = Normalizer.normalize(INVISIBLE.matcher(cut).replaceAll(""), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        Set<String> found = new LinkedHashSet<>(signsIn(plain, cut));
        String unmasked = withoutDisguise(cut, plain);
        if (!unmasked.equals(plain)) {
            found.addAll(signsIn(unmasked, ""));
        }
        if (INVISIBLE.matcher(cut).results().count() > FEW_INVISIBLE) {
            found.add("hides_characters");
        }
        if (longestRun(cut) >= MANY_TIMES) {
            found.add("repeats_itself");
        }
        if (MIXED_SCRIPTS.matcher(plain).find()) {
            found.add("mixes_scripts");
        }
        return List.copyOf(found);
    }

    /** How often one character stands in a row at most. Counted by hand: a back reference trips over characters beyond 16 bits. */
    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        int before = -1;
        for (int point : text.codePoints().toArray()) {
            run = point == before ? run + 1 : 1;
            before = point;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static List<String> signsIn(String plain, String asWritten) {
        List<String> found = new ArrayList<>();
        SIGNS.forEach((name, pattern) -> {
            if (pattern.matcher(name.equals("is_encoded") ? asWritten : plain).find()) {
                found.add(name);
            }
        });
        return found;
    }

    /** The text as it is meant to be read: look-alikes as Latin letters, digits in words as letters, turned around again. */
    private static String withoutDisguise(String cut, String plain) {
        StringBuilder latin = new StringBuilder(plain.length());
        plain.codePoints().forEach(point -> latin.appendCodePoint(LATIN.getOrDefault(point, point)));
        String letters = DIGITS_IN_A_WORD
                .matcher(latin)
                .replaceAll(word -> Matcher.quoteReplacement(word.group()
                        .replace('0', 'o')
                        .replace('1', 'i')
                        .replace('3', 'e')
                        .replace('4', 'a')
                        .replace('5', 's')
                        .replace('7', 't')
                        .replace('@', 'a')
                        .replace('$', 's')));
        return TURNED_AROUND.matcher(cut).find()
                ? new StringBuilder(letters).reverse().toString()
                : letters;
    }
}
