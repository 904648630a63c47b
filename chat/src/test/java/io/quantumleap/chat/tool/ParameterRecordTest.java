package io.quantumleap.chat.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.chat.tool.ScenarioTools.Side;
import io.quantumleap.core.shared.InvalidValueException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterRecordTest {

    public record Everything(
            @Parameter("a text") String someText,
            @Parameter(value = "a day", optional = true) LocalDate day,
            @Parameter(value = "a count", optional = true) Integer howMany,
            @Parameter("a number") BigDecimal number,
            @Parameter(value = "a side", optional = true) Side side) {}

    public record Silent(String text) {}

    public record Strange(@Parameter("what?") Object thing) {}

    private final ParameterRecord<Everything> parameters = ParameterRecord.of(Everything.class);

    @Test
    void derivesTheSchemaFromTheComponents() {
        assertThat(parameters.parameters())
                .containsExactly(
                        ToolParameter.required("some_text", ToolParameter.Type.TEXT, "a text"),
                        ToolParameter.optional("day", ToolParameter.Type.DATE, "a day"),
                        ToolParameter.optional("how_many", ToolParameter.Type.WHOLE_NUMBER, "a count"),
                        ToolParameter.required("number", ToolParameter.Type.NUMBER, "a number"),
                        new ToolParameter("side", "a side", ToolParameter.Type.CHOICE, false, List.of("buy", "sell")));
    }

    @Test
    void readsArgumentsAsAValueOfTheRecord() {
        assertThat(parameters.read(ToolArguments.of(Map.of(
                        "some_text", " x ", "day", "2026-02-28", "how_many", "3", "number", "-12.50", "side", "SELL"))))
                .isEqualTo(new Everything("x", LocalDate.of(2026, 2, 28), 3, new BigDecimal("-12.50"), Side.SELL));
        assertThat(parameters
                        .read(ToolArguments.of(Map.of("some_text", "x", "number", "1")))
                        .day())
                .isNull();
    }

    @Test
    void saysWhichArgumentIsWrong() {
        assertThatThrownBy(() -> parameters.read(ToolArguments.of(Map.of("number", "1"))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("some_text");
        assertThatThrownBy(() -> parameters.read(ToolArguments.of(Map.of("some_text", "x", "number", "1e9"))))
                .hasMessageContaining("number must be a number");
        assertThatThrownBy(() ->
                        parameters.read(ToolArguments.of(Map.of("some_text", "x", "number", "1", "side", "hold"))))
                .hasMessageContaining("side must be one of these: buy, sell");
    }

    @Test
    void letsTheRecordRefuseValuesThatDoNotBelongTogether() {
        ParameterRecord<ScenarioTools.StressArguments> stress = ParameterRecord.of(ScenarioTools.StressArguments.class);
        assertThatThrownBy(() -> stress.read(ToolArguments.of(Map.of("change_percent", "-120"))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("between -100 and 1000");
        assertThatThrownBy(() -> stress.read(ToolArguments.none())).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void refusesRecordsThatNoModelCouldFillIn() {
        assertThatThrownBy(() -> ParameterRecord.of(Silent.class)).hasMessageContaining("@Parameter is missing");
        assertThatThrownBy(() -> ParameterRecord.of(Strange.class))
                .hasMessageContaining("has a type that no parameter");
    }
}
