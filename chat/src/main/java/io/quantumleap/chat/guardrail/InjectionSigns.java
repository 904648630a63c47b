package io.quantumleap.chat.guardrail;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Signs that a text tries to steer a model: for the audit, not for refusing. What keeps a manipulated model harmless is that it
 * can do nothing that the caller may not; so an honest question that looks odd is answered all the same.
 */
public final class InjectionSigns {

    private static final int MOST_READ = 20_000;
    private static final Map<String, Pattern> SIGNS = new LinkedHashMap<>();

    static {
        sign(
                "overrides_instructions",
                "\\b(?:ignor\\w*|disregard\\w*|forget|override|bypass|skip)\\b.{0,40}\\b(?:instruct\\w*|rules?|prompts?|guidelines?|directions?|everything|"
                        + "restrictions?|training|programming|context|above|previous|prior|told)\\b"
                        + "|\\b(?:new|real|actual|updated|following) (?:instructions?|rules|task|orders?)\\b.{0,20}(?::|are|is)"
                        + "|\\bignorier\\w*.{0,40}\\b(?:anweisung\\w*|regeln|befehle)|\\bignore[zr]?.{0,30}\\b(?:instructions|consignes)"
                        + "|\\b(?:ignora|olvida).{0,30}\\b(?:instrucciones|reglas)");
        sign(
                "assigns_a_role",
                "\\b(?:you are|you're|you will be|you shall be) (?:now |going to be |henceforth |a |an |no longer |not )*(?:now|dan|gpt\\w*|evil|unrestricted|jailbroken|free|"
                        + "[a-z]{0,12}bot|in (?:developer|god|debug) mode|character)\\b"
                        + "|\\bfrom now on\\b|\\bact as\\b|\\bpretend\\b|\\brole-?play\\w*|\\bstay in character\\b|\\bsimulat\\w+\\b.{0,30}\\b(?:persona|character|mode|terminal)\\b"
                        + "|\\bdeveloper mode\\b|\\bdo anything now\\b|\\bjailb\\w+|\\bno (?:restrictions|limits|filters?|rules|censorship)\\b|\\bhypothetical\\w* (?:story|world|character)");
        sign(
                "asks_for_the_rules",
                "\\b(?:reveal|show|print|repeat|output|tell|display|give|leak|write|what (?:is|are)|summari[sz]e|translate|recite)\\b.{0,50}"
                        + "\\b(?:(?:system|initial|hidden|secret|original|first|your) (?:prompt|instructions?|rules|messages?)|system message|text above|words above|prompt above)\\b");
        sign(
                "asks_for_others_data",
                "\\b(?:all|every|each|other|another|any|list(?: of)?)\\b.{0,20}\\b(?:users?|clients?|customers?|accounts?|portfolios of)\\b.{0,60}"
                        + "|\\buser[_ ]?id\\b|\\b(?:passwords?|api[_ -]?keys?|secrets?|access tokens?|credentials?|environment variables?)\\b");
        sign(
                "speaks_as_the_system",
                "<\\|[a-z_]+\\|>|\\[/?(?:inst|sys\\w*)\\]|<</?sys>>|</?(?:system|assistant|tool|instructions?)>|#{2,} ?(?:instruction|system|end|new)"
                        + "|^\\s*(?:system|assistant|developer|admin(?:istrator)?)\\s*:|\\b(?:end of|begin) (?:document|prompt|user input|instructions?|system)\\b"
                        + "|\\bsystem (?:override|alert|notice|update|note)\\b|\\b(?:note|message|attention) (?:to|for) (?:the )?(?:ai|assistant|llm|model|chatbot)\\b|\\[\\s*(?:system|admin)");
        sign(
                "asks_for_a_command",
                "\\b(?:drop|truncate|alter) table\\b|\\bunion select\\b|\\bselect \\* from\\b|\\brm -rf\\b|\\b(?:os\\.system|subprocess|eval|exec)\\s*\\(|/etc/passwd|\\bcurl\\b.{0,40}http"
                        + "|\\b(?:call|execute|invoke|run|use)\\b.{0,25}\\b(?:tool|function|command|script|shell|sql|code)\\b|!\\[[^\\]]*\\]\\(https?:"
                        + "|\\b(?:send|post|forward|email|upload|exfiltrate)\\b.{0,60}(?:https?://|@|\\bto (?:this|the following) (?:address|url|account))");
        sign(
                "is_encoded",
                "\\b(?:base64|rot13|hex(?:adecimal)?|morse|decode|decrypt)\\b.{0,40}|(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{60,}={0,2}(?![A-Za-z0-9+/])|(?:\\\\x[0-9a-f]{2}){6}");
        sign("repeats_itself", "(\\b\\w{1,20}\\b)(?:\\W{1,3}+\\1\\b){14}|(.)\\2{99}");
    }

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    private InjectionSigns() {}

    private static void sign(String name, String pattern) {
        SIGNS.put(name, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE));
    }

    /** The names of the signs in a text; empty for what looks like an ordinary question. */
    public static List<String> in(String text) {
        String cut = text.substring(0, Math.min(MOST_READ, text.length()));
        String plain = Normalizer.normalize(INVISIBLE.matcher(cut).replaceAll(""), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        SIGNS.forEach((name, pattern) -> {
            if (pattern.matcher(name.equals("is_encoded") ? cut : plain).find()) {
                found.add(name);
            }
        });
        if (INVISIBLE.matcher(cut).results().count() > 5) {
            found.add("hides_characters");
        }
        return found;
    }
}
