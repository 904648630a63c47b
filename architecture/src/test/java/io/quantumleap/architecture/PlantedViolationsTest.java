package io.quantumleap.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule is shown a small house that breaks it, and must say so: a rule that cannot fail proves nothing. */
class PlantedViolationsTest {

    /** What is planted: a module, the source of its classes, and a word of the complaint that is expected. */
    private record Plant(String module, String complaint, String... sources) {}

    private static final Map<String, Plant> PLANTS = Map.ofEntries(
            entry("the picture is the rule", new Plant(
                    "security", "io.quantumleap.chat.turn.Turn",
                    "package io.quantumleap.chat.turn; public class Turn {}",
                    "package io.quantumleap.security.token; class Token { io.quantumleap.chat.turn.Turn turn; }")),
            entry("every class has its place", new Plant(
                    "core", "io.quantumleap.attic.Box", "package io.quantumleap.attic; class Box {}")),
            entry("core knows the JDK alone", new Plant(
                    "core", "io.quantumleap.analytics.risk.Risk",
                    "package io.quantumleap.analytics.risk; public class Risk {}",
                    "package io.quantumleap.core.trade; class Trade { io.quantumleap.analytics.risk.Risk risk; }")),
            entry("security knows the JDK and core", new Plant(
                    "security", "org.assertj", "package io.quantumleap.security.token; "
                            + "class Token { org.assertj.core.api.Assertions library; }")),
            entry("analytics knows the JDK and core", new Plant(
                    "analytics", "org.assertj", "package io.quantumleap.analytics.performance; "
                            + "class Measure { org.assertj.core.api.Assertions library; }")),
            entry("chat knows the JDK and core", new Plant(
                    "chat", "io.quantumleap.analytics.risk.Risk",
                    "package io.quantumleap.analytics.risk; public class Risk {}",
                    "package io.quantumleap.chat.turn; class Turn { io.quantumleap.analytics.risk.Risk risk; }")),
            entry("the kernel computes on arrays", new Plant(
                    "analytics", "io.quantumleap.core.trade.Trade",
                    "package io.quantumleap.core.trade; public class Trade {}",
                    "package io.quantumleap.analytics.risk; class Risk { io.quantumleap.core.trade.Trade trade; }")),
            entry("the domain knows no technology", new Plant(
                    "core", "java.sql.Connection",
                    "package io.quantumleap.core.trade; class Trade { java.sql.Connection connection; }")),
            entry("adapters do not know each other", new Plant(
                    "adapters-rest", "io.quantumleap.adapters.persistence.trade.TradeEntity",
                    "package io.quantumleap.adapters.persistence.trade; public class TradeEntity {}",
                    "package io.quantumleap.adapters.rest.trade; "
                            + "class Rows { io.quantumleap.adapters.persistence.trade.TradeEntity row; }")),
            entry("nobody knows the composition root", new Plant(
                    "adapters-rest", "io.quantumleap.app.wiring.Wiring",
                    "package io.quantumleap.app.wiring; public class Wiring {}",
                    "package io.quantumleap.adapters.rest.trade; "
                            + "class Rows { io.quantumleap.app.wiring.Wiring wiring; }")),
            entry("ports are implemented in adapters", new Plant(
                    "core", "io.quantumleap.core.trade.InMemoryTrades",
                    "package io.quantumleap.core.trade.port; public interface Trades {}",
                    "package io.quantumleap.core.trade; "
                            + "class InMemoryTrades implements io.quantumleap.core.trade.port.Trades {}")),
            entry("features know each other in one direction", new Plant(
                    "core", "Cycle detected",
                    "package io.quantumleap.core.trade; public class Trade { io.quantumleap.core.points.Points points; }",
                    "package io.quantumleap.core.points; public class Points { io.quantumleap.core.trade.Trade trade; }")),
            entry("clock, chance and ids are injected", new Plant(
                    "core", "java.time.Instant.now()",
                    "package io.quantumleap.core.trade; class Trade { Object at = java.time.Instant.now(); }")),
            entry("adapters tell the time by the injected clock", new Plant(
                    "adapters-rest", "java.lang.System.currentTimeMillis()",
                    "package io.quantumleap.adapters.rest.trade; class Rows { long at = System.currentTimeMillis(); }")),
            entry("no static mutable state", new Plant(
                    "core", "io.quantumleap.core.trade.Trade.CACHE",
                    "package io.quantumleap.core.trade; class Trade { "
                            + "static final java.util.HashMap<String, String> CACHE = new java.util.HashMap<>(); }")),
            entry("nobody prints", new Plant(
                    "core", "java.lang.System.out",
                    "package io.quantumleap.core.trade; class Trade { void show() { System.out.println(this); } }")),
            entry("names say something", new Plant(
                    "core", "io.quantumleap.core.trade.TradeManager",
                    "package io.quantumleap.core.trade; class TradeManager {}")),
            entry("resources are called Resource", new Plant(
                    "adapters-rest", "io.quantumleap.adapters.rest.trade.TradeController",
                    "package io.quantumleap.adapters.rest.trade; @jakarta.ws.rs.Path(\"/\") class TradeController {}")),
            entry("entities are called Entity", new Plant(
                    "adapters-persistence", "io.quantumleap.adapters.persistence.trade.Row",
                    "package io.quantumleap.adapters.persistence.trade; @jakarta.persistence.Entity class Row {}")),
            entry("JSON stays at the border", new Plant(
                    "core", "io.quantumleap.core.trade.TradeJson",
                    "package io.quantumleap.core.trade; record TradeJson(String id) {}")),
            entry("JPA stays at the database", new Plant(
                    "adapters-rest", "io.quantumleap.adapters.rest.trade.JpaTrades",
                    "package io.quantumleap.adapters.rest.trade; class JpaTrades {}")),
            entry("one root of exceptions in each module", new Plant(
                    "core", "io.quantumleap.core.trade.TradeLost does not extend CoreException",
                    "package io.quantumleap.core.trade; class TradeLost extends RuntimeException {}")),
            entry("Optional is only returned", new Plant(
                    "core", "takes an Optional",
                    "package io.quantumleap.core.trade; class Trade { void note(java.util.Optional<String> text) {} }")),
            entry("requests are validated", new Plant(
                    "adapters-rest", "takes a TradeJson without @Valid",
                    "package io.quantumleap.adapters.rest.trade; record TradeJson(String id) {}",
                    "package io.quantumleap.adapters.rest.trade; "
                            + "@jakarta.ws.rs.Path(\"/\") class TradeResource { void post(TradeJson trade) {} }")),
            entry("packages are null-marked", new Plant(
                    "core", "io.quantumleap.core.trade.Trade stands in a package without @NullMarked",
                    "package io.quantumleap.core.trade; class Trade {}")),
            entry("domain jars are Java modules", new Plant(
                    "core", "io.quantumleap.core requires java.sql",
                    "package io.quantumleap.core.trade; class Trade {}",
                    "module io.quantumleap.core { requires java.sql; }")),
            entry("domain jars export their public rooms", new Plant(
                    "core", "io.quantumleap.core does not export io.quantumleap.core.trade",
                    "package io.quantumleap.core.trade; public class Trade {}",
                    "module io.quantumleap.core {}")));

    static List<HouseRule> rules() {
        return HouseRules.all();
    }

    @Test
    void everyRuleHasItsPlant() {
        assertThat(PLANTS.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        rules().stream().map(HouseRule::name).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void catchesItsPlant(HouseRule rule, @TempDir Path folder) throws IOException {
        Plant plant = PLANTS.get(rule.name());
        Verdict verdict = rule.judge(PlantedHouse.of(folder, plant.module(), plant.sources()));
        assertThat(verdict.kept()).isFalse();
        assertThat(verdict.violations()).isNotEmpty().anyMatch(violation -> violation.contains(plant.complaint()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void refusesToLookAtNothing(HouseRule rule, @TempDir Path folder) throws IOException {
        House strangers = PlantedHouse.of(folder, "elsewhere", "package com.example; class Nothing {}");
        assertThat(rule.judge(strangers).kept()).isFalse();
    }
}
