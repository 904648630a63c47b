package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.chat.tool.port.Tool;
import io.quantumleap.core.market.Instrument;
import io.quantumleap.core.market.ListInstruments;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.sample.SampleData;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.PageRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists the instruments with prices, or those of some symbols that have any. */
public final class ListInstrumentsTool implements Tool {

    private final ListInstruments list;
    private final PriceHistory prices;
    private final MeantPortfolio portfolios;

    /** Works through these. */
    public ListInstrumentsTool(ListInstruments list, PriceHistory prices, MeantPortfolio portfolios) {
        this.list = list;
        this.prices = prices;
        this.portfolios = portfolios;
    }

    @Override
    public ToolSpecification specification() {
        return FinancialTools.LIST_INSTRUMENTS;
    }

    @Override
    public ToolOutcome call(ToolContext context, ToolArguments arguments) {
        Optional<Symbol> benchmark = portfolios
                .find(context, ToolArguments.none())
                .filter(Portfolio::sample)
                .map(sample -> SampleData.BENCHMARK);
        List<Instrument> found = arguments
                .text(FinancialTools.SYMBOLS)
                .map(this::named)
                .orElseGet(() ->
                        list.page(PageRequest.first(PageRequest.MAX_LIMIT)).items());
        return new ToolResult(
                "Instruments with prices",
                "/api/market/instruments",
                List.of(),
                found.stream().map(instrument -> row(instrument, benchmark)).toList(),
                List.of());
    }

    private List<Instrument> named(String symbols) {
        return Arrays.stream(symbols.split("[\\s,]+", -1))
                .flatMap(ListInstrumentsTool::symbol)
                .distinct()
                .flatMap(symbol -> prices.instrument(symbol).stream())
                .toList();
    }

    private static Stream<Symbol> symbol(String text) {
        try {
            return Stream.of(new Symbol(text));
        } catch (InvalidValueException noSymbol) {
            return Stream.empty();
        }
    }

    private static ToolResult.Row row(Instrument instrument, Optional<Symbol> benchmark) {
        FigureList figures = new FigureList()
                .add(Metric.CURRENCY.text(instrument.currency().getCurrencyCode()))
                .add(Metric.FIRST_DATE.day(instrument.firstDate()))
                .add(Metric.LAST_DATE.day(instrument.lastDate()));
        if (benchmark.filter(instrument.symbol()::equals).isPresent()) {
            figures.add(Metric.BENCHMARK.text(instrument.symbol().value()));
        }
        return new ToolResult.Row(instrument.symbol().value(), figures.figures());
    }
}
