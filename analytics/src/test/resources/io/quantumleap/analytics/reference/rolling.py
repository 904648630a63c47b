"""Writes rolling.csv and regression.csv from series.csv: python3 rolling.py (pandas 1.5.3, statsmodels 0.13.5, scipy 1.10.1)."""
import os

import numpy as np
import pandas as pd
import statsmodels.api as sm
from scipy import stats
from statsmodels.regression.rolling import RollingOLS

HERE = os.path.dirname(os.path.abspath(__file__))
A = 252
data = pd.read_csv(os.path.join(HERE, "series.csv"))
r, b, rf = data.ret, data.bench, data.rf


def over(window, function):
    return r.rolling(window).apply(function, raw=True)


def fall(x):
    wealth = np.concatenate([[1.0], np.cumprod(1 + x)])
    return wealth / np.maximum.accumulate(wealth) - 1


def lowest(x, p):
    ordered, share = np.sort(x), len(x) * p
    whole = int(share)
    return (ordered[:whole].sum() + (share - whole) * ordered[whole]) / share


def side(x, y, wanted, kind):
    own, other = x[wanted], y[wanted]
    if kind == "geometric":
        return (np.prod(1 + own) ** (A / len(own)) - 1) / (np.prod(1 + other) ** (A / len(own)) - 1)
    return (np.prod(1 + own) - 1) / (np.prod(1 + other) - 1)


def captured(window, rising, kind):
    x, y = r.to_numpy(), b.to_numpy()
    values = [np.nan] * (window - 1)
    for i in range(window, len(x) + 1):
        other = y[i - window:i]
        values.append(side(x[i - window:i], other, other > 0 if rising else other < 0, kind))
    return pd.Series(values)


with open(os.path.join(HERE, "rolling.csv"), "w") as out:
    out.write("measure,window,first,last,lowest,highest,sum\n")
    for window in (21, 63, 250):
        mean, sd = r.rolling(window).mean(), r.rolling(window).std()
        below = over(window, lambda x: np.sqrt(np.mean(np.minimum(x, 0) ** 2)))
        growth = over(window, lambda x: np.prod(1 + x) - 1)
        deepest = over(window, lambda x: fall(x).min())
        fit = RollingOLS(r, sm.add_constant(b), window=window).fit()
        alpha, beta = fit.params["const"], fit.params["bench"]
        active = (r - b).rolling(window)
        rows = {
            "mean": mean,
            "volatility": sd * A**0.5,
            "volatility_population": r.rolling(window).std(ddof=0) * A**0.5,
            "sharpe": mean / sd * A**0.5,
            "skewness": over(window, stats.skew),
            "excess_kurtosis": over(window, stats.kurtosis),
            "downside_deviation": below * A**0.5,
            "sortino": mean / below * A**0.5,
            "omega": over(window, lambda x: x[x > 0].sum() / -x[x < 0].sum()),
            "cumulative_return": growth,
            "cagr": (1 + growth) ** (A / window) - 1,
            "max_drawdown": deepest,
            "calmar": ((1 + growth) ** (A / window) - 1) / -deepest,
            "ulcer_index": over(window, lambda x: np.sqrt(np.mean(fall(x)[1:] ** 2))),
            "var_95": r.rolling(window).quantile(0.05, interpolation="linear"),
            "expected_shortfall_95": over(window, lambda x: x[x <= np.quantile(x, 0.05)].mean()),
            "expected_shortfall_95_lowest": over(window, lambda x: np.sort(x)[:int((len(x) - 1) * 0.05) + 1].mean()),
            "expected_shortfall_95_share": over(window, lambda x: lowest(x, 0.05)),
            "beta": beta,
            "alpha": (1 + alpha) ** A - 1,
            "correlation": r.rolling(window).corr(b),
            "tracking_error": active.std() * A**0.5,
            "information_ratio": active.mean() / active.std() * A**0.5,
            "up_capture": captured(window, True, "geometric"),
            "down_capture": captured(window, False, "geometric"),
            "up_capture_cumulative": captured(window, True, "cumulative"),
            "down_capture_cumulative": captured(window, False, "cumulative"),
        }
        for name, values in rows.items():
            v = values.to_numpy()[window - 1:]
            assert np.isfinite(v).all(), name
            out.write("%s,%d,%.17g,%.17g,%.17g,%.17g,%.17g\n" % (name, window, v[0], v[-1], v.min(), v.max(), v.sum()))

with open(os.path.join(HERE, "regression.csv"), "w") as out:
    out.write("fit,name,value\n")
    lagged = np.roll(b, 1)
    designs = {
        "market": [b],
        "three_factors": [b, rf * 100, lagged],
        "excess": [b - rf, (b - rf) ** 2],
    }
    for fit, factors in designs.items():
        y = r - rf if fit == "excess" else r
        result = sm.OLS(np.asarray(y), sm.add_constant(np.column_stack(factors))).fit()
        for i in range(len(factors) + 1):
            out.write("%s,estimate_%d,%.17g\n" % (fit, i, result.params[i]))
            out.write("%s,error_%d,%.17g\n" % (fit, i, result.bse[i]))
            out.write("%s,t_%d,%.17g\n" % (fit, i, result.tvalues[i]))
            out.write("%s,p_%d,%.17g\n" % (fit, i, result.pvalues[i]))
        out.write("%s,r_squared,%.17g\n" % (fit, result.rsquared))
        out.write("%s,adjusted_r_squared,%.17g\n" % (fit, result.rsquared_adj))
        out.write("%s,residual_error,%.17g\n" % (fit, np.sqrt(result.mse_resid)))
        out.write("%s,degrees_of_freedom,%d\n" % (fit, result.df_resid))
