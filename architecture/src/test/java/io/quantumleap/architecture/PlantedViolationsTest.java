package io.quantumleap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule is shown a small house that breaks it, and must say so: a rule that cannot fail proves nothing. */
class PlantedViolationsTest {

    /** What is planted: a module, the source of its classes, and a word of the complaint that is expected. */
    private record Plant(String rule, String module, String complaint, List<String> sources) {}

    private static final List<Plant> PLANTS = List.of(
            plant(
                    "the ledger counts in decimals",
                    "core",
                    "io.quantumleap.core.portfolio.Cent.half",
                    "package io.quantumleap.core.portfolio; "
                            + "class Cent { Object half(java.math.BigDecimal whole) { return (long) (whole.doubleValue() / 2); } }"),
            plant(
                    "the picture is the rule",
                    "security",
                    "io.quantumleap.chat.turn.Turn",
                    "package io.quantumleap.chat.turn; public class Turn {}",
                    "package io.quantumleap.security.token; class Token { io.quantumleap.chat.turn.Turn turn; }"),
            plant(
                    "every class has its place",
                    "core",
                    "io.quantumleap.attic.Box",
                    "package io.quantumleap.attic; class Box {}"),
            plant(
                    "core knows the JDK alone",
                    "core",
                    "io.quantumleap.analytics.risk.Risk",
                    "package io.quantumleap.analytics.risk; public class Risk {}",
                    "package io.quantumleap.core.trade; class Trade { io.quantumleap.analytics.risk.Risk risk; }"),
            plant(
                    "security knows the JDK and core",
                    "security",
                    "org.assertj",
                    "package io.quantumleap.security.token; "
                            + "class Token { org.assertj.core.api.Assertions library; }"),
            plant(
                    "analytics knows the JDK and core",
                    "analytics",
                    "org.assertj",
                    "package io.quantumleap.analytics.performance; "
                            + "class Measure { org.assertj.core.api.Assertions library; }"),
            plant(
                    "chat knows the JDK and core",
                    "chat",
                    "io.quantumleap.analytics.risk.Risk",
                    "package io.quantumleap.analytics.risk; public class Risk {}",
                    "package io.quantumleap.chat.turn; class Turn { io.quantumleap.analytics.risk.Risk risk; }"),
            plant(
                    "the kernel computes on arrays",
                    "analytics",
                    "io.quantumleap.core.trade.Trade",
                    "package io.quantumleap.core.trade; public class Trade {}",
                    "package io.quantumleap.analytics.risk; class Risk { io.quantumleap.core.trade.Trade trade; }"),
            plant(
                    "the domain knows no technology",
                    "core",
                    "java.sql.Connection",
                    "package io.quantumleap.core.trade; class Trade { java.sql.Connection connection; }"),
            plant(
                    "adapters do not know each other",
                    "adapters-rest",
                    "io.quantumleap.adapters.persistence.trade.TradeEntity",
                    "package io.quantumleap.adapters.persistence.trade; public class TradeEntity {}",
                    "package io.quantumleap.adapters.rest.trade; "
                            + "class Rows { io.quantumleap.adapters.persistence.trade.TradeEntity row; }"),
            plant(
                    "nobody knows the composition root",
                    "adapters-rest",
                    "io.quantumleap.app.wiring.Wiring",
                    "package io.quantumleap.app.wiring; public class Wiring {}",
                    "package io.quantumleap.adapters.rest.trade; "
                            + "class Rows { io.quantumleap.app.wiring.Wiring wiring; }"),
            plant(
                    "ports are implemented in adapters",
                    "core",
                    "io.quantumleap.core.trade.InMemoryTrades",
                    "package io.quantumleap.core.trade.port; public interface Trades {}",
                    "package io.quantumleap.core.trade; "
                            + "class InMemoryTrades implements io.quantumleap.core.trade.port.Trades {}"),
            plant(
                    "features know each other in one direction",
                    "core",
                    "Cycle detected",
                    "package io.quantumleap.core.trade; public class Trade { io.quantumleap.core.points.Points points; }",
                    "package io.quantumleap.core.points; public class Points { io.quantumleap.core.trade.Trade trade; }"),
            plant(
                    "clock, chance and ids are injected",
                    "core",
                    "java.time.Instant.now()",
                    "package io.quantumleap.core.trade; class Trade { Object at = java.time.Instant.now(); }"),
            plant(
                    "adapters tell the time by the injected clock",
                    "adapters-rest",
                    "java.lang.System.currentTimeMillis()",
                    "package io.quantumleap.adapters.rest.trade; class Rows { long at = System.currentTimeMillis(); }"),
            plant(
                    "no static mutable state",
                    "core",
                    "io.quantumleap.core.trade.Trade.CACHE",
                    "package io.quantumleap.core.trade; class Trade { "
                            + "static final java.util.HashMap<String, String> CACHE = new java.util.HashMap<>(); }"),
            plant(
                    "nobody prints",
                    "core",
                    "java.lang.System.out",
                    "package io.quantumleap.core.trade; class Trade { void show() { System.out.println(this); } }"),
            plant(
                    "names say something",
                    "core",
                    "io.quantumleap.core.trade.TradeManager",
                    "package io.quantumleap.core.trade; class TradeManager {}"),
            plant(
                    "resources are called Resource",
                    "adapters-rest",
                    "io.quantumleap.adapters.rest.trade.TradeController",
                    "package io.quantumleap.adapters.rest.trade; @jakarta.ws.rs.Path(\"/\") class TradeController {}"),
            plant(
                    "entities are called Entity",
                    "adapters-persistence",
                    "io.quantumleap.adapters.persistence.trade.Row",
                    "package io.quantumleap.adapters.persistence.trade; @jakarta.persistence.Entity class Row {}"),
            plant(
                    "JSON stays at the border",
                    "core",
                    "io.quantumleap.core.trade.TradeJson",
                    "package io.quantumleap.core.trade; record TradeJson(String id) {}"),
            plant(
                    "JPA stays at the database",
                    "adapters-rest",
                    "io.quantumleap.adapters.rest.trade.JpaTrades",
                    "package io.quantumleap.adapters.rest.trade; class JpaTrades {}"),
            plant(
                    "one root of exceptions in each module",
                    "core",
                    "core has several roots of exceptions",
                    "package io.quantumleap.core.shared; class CoreException extends RuntimeException {}",
                    "package io.quantumleap.core.trade; class TradeLost extends RuntimeException {}"),
            plant(
                    "Optional is only returned",
                    "core",
                    "takes an Optional",
                    "package io.quantumleap.core.trade; class Trade { public void note(java.util.Optional<String> text) {} }"),
            plant(
                    "requests are validated",
                    "adapters-rest",
                    "takes a TradeJson without @Valid",
                    "package io.quantumleap.adapters.rest.trade; record TradeJson(String id) {}",
                    "package io.quantumleap.adapters.rest.trade; "
                            + "@jakarta.ws.rs.Path(\"/\") class TradeResource { void post(TradeJson trade) {} }"),
            plant(
                    "packages are null-marked",
                    "core",
                    "io.quantumleap.core.trade.Trade stands in a package without @NullMarked",
                    "package io.quantumleap.core.trade; class Trade {}"),
            plant(
                    "domain jars are Java modules",
                    "core",
                    "io.quantumleap.core requires java.sql",
                    "package io.quantumleap.core.trade; class Trade {}",
                    "module io.quantumleap.core { requires java.sql; }"),
            plant(
                    "domain jars export their public rooms",
                    "core",
                    "io.quantumleap.core does not export io.quantumleap.core.trade",
                    "package io.quantumleap.core.trade; public class Trade {}",
                    "module io.quantumleap.core {}"));

    private static Plant plant(String rule, String module, String complaint, String... sources) {
        return new Plant(rule, module, complaint, List.of(sources));
    }

    static List<HouseRule> rules() {
        return HouseRules.all();
    }

    @Test
    void everyRuleHasItsPlant() {
        assertThat(PLANTS)
                .extracting(Plant::rule)
                .containsExactlyInAnyOrderElementsOf(
                        rules().stream().map(HouseRule::name).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void catchesItsPlant(HouseRule rule, @TempDir Path folder) throws IOException {
        Plant plant = PLANTS.stream()
                .filter(candidate -> candidate.rule().equals(rule.name()))
                .findFirst()
                .orElseThrow();
        Verdict verdict = rule.judge(PlantedHouse.of(folder, plant.module(), plant.sources()));
        assertThat(verdict.kept()).isFalse();
        assertThat(verdict.violations()).isNotEmpty().anyMatch(violation -> violation.contains(plant.complaint()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void refusesToLookAtNothing(HouseRule rule, @TempDir Path folder) throws IOException {
        House strangers = PlantedHouse.of(folder, "elsewhere", List.of("package com.example; class Nothing {}"));
        assertThat(rule.judge(strangers).kept()).isFalse();
    }
}
