package io.quantumleap.chat.grounding;

import io.quantumleap.chat.evidence.CitedFigure;
import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.evidence.FigureValue;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.evidence.Source;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolResult;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an answer may state: the figures of the tool results of this question, those that earlier answers of the
 * conversation cited, today's date, and the dates and time spans of the question itself. Not safe for use by many
 * threads.
 */
public final class Evidence {

    /** A word that begins with letters and goes on with digits, such as a symbol; not an amount with its currency. */
    private static final Pattern NAME_WITH_DIGITS = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?![A-Za-z]{3}\\d+(?:[.,]\\d+)*(?![\\p{L}\\p{N}]))\\p{L}[\\p{L}._/]*\\d[\\p{L}\\p{N}._/]*");

    private final List<Source> sources = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Set<String>> siblings = new ArrayList<>();
    private final Set<String> subjects = new LinkedHashSet<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final List<Claim> question;
    private final int earlierSources;
    private final Tables tables = new Tables();
    private final StringBuilder texts = new StringBuilder();

    /**
     * The evidence before any tool has run.
     *
     * @param question what the person asked
     * @param earlier the sources of earlier answers in the conversation
     * @param today the current date
     */
    public Evidence(String question, List<Source> earlier, LocalDate today) {
        this.question = ClaimReader.read(question, List.of()).claims();
        texts.append(question.toUpperCase(Locale.ROOT)).append('\n');
        Matcher named = NAME_WITH_DIGITS.matcher(question);
        while (named.find()) {
            names.add(named.group());
        }
        facts.add(new Fact(new Fact.DateFact(PartialDate.of(today)), null, Fact.CONTEXT, null));
        for (Source source : earlier) {
            addEarlier(source);
        }
        earlierSources = sources.size();
    }

    /** Adds what a tool said in place of figures, such as the day from which there are prices. */
    public void add(ToolRefusal refusal) {
        addText(refusal.message(), Fact.CONTEXT);
    }

    /** Adds the figures of a result. */
    public void add(String tool, ToolResult result) {
        int source = sources.size();
        tables.add(new Table(result));
        sources.add(new Source(tool, result.title(), result.href(), List.of()));
        @Nullable String subject = subject(result);
        addFigures(result.figures(), subject, source);
        Set<String> labels = new LinkedHashSet<>();
        for (ToolResult.Row row : result.rows()) {
            labels.add(row.label());
            addFigures(row.figures(), row.label(), source);
            addName(row.label());
            addText(row.label(), source);
        }
        if (subject != null) {
            subjects.add(subject);
            labels.addAll(subjects);
        }
        addSiblings(labels);
        addRanks(result.rows().size(), source);
        addText(result.title(), source);
        result.notes().forEach(note -> addText(note, source));
    }

    /** The sources, in the order in which they were added. */
    List<Source> sources() {
        return List.copyOf(sources);
    }

    List<Fact> facts() {
        return facts;
    }

    /** Whether a fact is known from an earlier answer only. */
    boolean isEarlier(Fact fact) {
        return fact.source() != Fact.CONTEXT && fact.source() < earlierSources;
    }

    /** Whether an earlier answer of the conversation is part of the evidence. */
    boolean hasEarlier() {
        return earlierSources > 0;
    }

    /** The results as tables. */
    Tables tables() {
        return tables;
    }

    /** Whether a result, an earlier answer or the question has this word. */
    boolean mentions(String name) {
        int at = texts.indexOf(name);
        while (at >= 0) {
            if (Words.standsAlone(texts.toString(), at, at + name.length())) {
                return true;
            }
            at = texts.indexOf(name, at + 1);
        }
        return labels().contains(name);
    }

    /** What the question itself states. */
    List<Claim> question() {
        return question;
    }

    /** Names that are no figures though they may hold digits. */
    Set<String> names() {
        return names;
    }

    /** The parts that could be confused with the given one, itself included. */
    Set<String> siblingsOf(String label) {
        return siblings.stream()
                .filter(group -> group.contains(label))
                .findFirst()
                .orElse(Set.of(label));
    }

    /** All parts that results speak of. */
    Set<String> labels() {
        Set<String> all = new LinkedHashSet<>();
        siblings.forEach(all::addAll);
        return all;
    }

    private static @Nullable String subject(ToolResult result) {
        Optional<Figure> symbol = result.figure(Metric.SYMBOL);
        return symbol.map(Figure::display).orElse(null);
    }

    private void addEarlier(Source earlier) {
        int source = sources.size();
        sources.add(new Source(earlier.tool(), earlier.title(), earlier.href(), List.of()));
        addText(earlier.title(), source);
        for (CitedFigure figure : earlier.figures()) {
            addTextFacts(figure.value(), source, figure);
            addText(figure.name(), source);
        }
    }

    private void addFigures(List<Figure> figures, @Nullable String owner, int source) {
        List<LocalDate> days = new ArrayList<>();
        for (Figure figure : figures) {
            CitedFigure cited = new CitedFigure(name(owner, figure), figure.display());
            if (figure.value() instanceof FigureValue.Text text) {
                addName(text.text());
                addTextFacts(text.text(), source, cited);
            } else {
                facts.add(new Fact(FactReader.content(figure.value()), owner, source, cited, figure.name()));
            }
            if (figure.value() instanceof FigureValue.Day day) {
                days.add(day.date());
            }
            addText(figure.label(), source);
        }
        addSpans(days, owner, source);
    }

    private static String name(@Nullable String owner, Figure figure) {
        return owner == null ? figure.label() : owner + " " + figure.label();
    }

    /** The time between two dates that stand together may be told in days, months or years. */
    private void addSpans(List<LocalDate> days, @Nullable String owner, int source) {
        for (int i = 0; i < days.size(); i++) {
            for (int j = i + 1; j < days.size(); j++) {
                long between = Math.abs(ChronoUnit.DAYS.between(days.get(i), days.get(j)));
                facts.add(new Fact(new Fact.SpanFact(between), owner, source, null));
            }
        }
    }

    private void addRanks(int rows, int source) {
        if (rows > 0) {
            facts.add(new Fact(new Fact.RankFact(rows), null, source, null));
            facts.add(new Fact(new Fact.NumberFact(BigDecimal.valueOf(rows)), null, source, null));
        }
    }

    private void addName(String name) {
        if (name.chars().anyMatch(Character::isDigit) && !name.matches("(?:19|20)\\d\\d")) {
            names.add(name);
        }
    }

    private void addText(String text, int source) {
        addTextFacts(text, source, null);
    }

    private void addTextFacts(String text, int source, @Nullable CitedFigure cited) {
        texts.append(text).append('\n');
        for (Claim claim : ClaimReader.read(text, List.of()).claims()) {
            facts.addAll(FactReader.stated(claim, source, cited));
        }
    }

    private void addSiblings(Set<String> labels) {
        if (labels.isEmpty()) {
            return;
        }
        Set<String> merged = new LinkedHashSet<>(labels);
        siblings.removeIf(group -> {
            boolean shared = group.stream().anyMatch(labels::contains);
            if (shared) {
                merged.addAll(group);
            }
            return shared;
        });
        siblings.add(merged);
    }
}
