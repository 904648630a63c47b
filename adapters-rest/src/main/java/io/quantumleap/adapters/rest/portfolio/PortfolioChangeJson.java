package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.core.portfolio.ChangePortfolio;
import io.quantumleap.core.portfolio.LotMethod;
import io.quantumleap.core.portfolio.PortfolioName;
import io.quantumleap.core.shared.InvalidValueException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What may change in a portfolio; what is left out stays. */
public record PortfolioChangeJson(
        @Nullable @Size(min = 1, max = 200) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String name,

        @Nullable @Size(max = 32) String lotMethod,
        @Nullable Boolean shortingAllowed,
        @Nullable Boolean overdraftAllowed,
        @Nullable @Min(0) @Max(36_500) Integer longTermDays) {

    ChangePortfolio.Change change() {
        return new ChangePortfolio.Change(
                name == null ? null : new PortfolioName(name),
                lotMethod == null ? null : method(lotMethod),
                shortingAllowed,
                overdraftAllowed,
                longTermDays);
    }

    private static LotMethod method(String code) {
        try {
            return LotMethod.parse(code);
        } catch (InvalidValueException unknown) {
            throw Problem.of(ProblemType.INVALID_REQUEST, unknown.getMessage())
                    .withError("lot_method", "unknown-method", unknown.getMessage())
                    .asException();
        }
    }
}
