package io.quantumleap.analytics.risk;

import io.quantumleap.analytics.measure.CompensatedSum;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.Reason;

/**
 * How often and how much is won and lost. A win is a return above zero, a loss one below; a return of zero is neither, and
 * ends a streak.
 *
 * @param wins how many wins
 * @param losses how many losses
 * @param winRate the share of wins among wins and losses
 * @param averageWin the mean win
 * @param averageLoss the mean loss, negative
 * @param payoff the mean win over the absolute mean loss
 * @param profitFactor the sum of wins over the absolute sum of losses
 * @param kelly the share of capital to stake: winRate - (1 - winRate) / payoff (Kelly 1956, for bets of these two sizes)
 * @param longestWinningStreak the most wins in a row
 * @param longestLosingStreak the most losses in a row
 */
public record WinLoss(
        long wins,
        long losses,
        Measure winRate,
        Measure averageWin,
        Measure averageLoss,
        Measure payoff,
        Measure profitFactor,
        Measure kelly,
        int longestWinningStreak,
        int longestLosingStreak) {

    /** Counts an array. */
    public static WinLoss of(double[] returns) {
        if (returns.length == 0) {
            return unavailable(Reason.NO_OBSERVATIONS);
        }
        if (!Observations.allFinite(returns)) {
            return unavailable(Reason.NOT_FINITE);
        }
        CompensatedSum won = new CompensatedSum();
        CompensatedSum lost = new CompensatedSum();
        int wins = 0;
        int losses = 0;
        int winning = 0;
        int losing = 0;
        int longestWinning = 0;
        int longestLosing = 0;
        for (double simple : returns) {
            winning = simple > 0 ? winning + 1 : 0;
            losing = simple < 0 ? losing + 1 : 0;
            longestWinning = Math.max(longestWinning, winning);
            longestLosing = Math.max(longestLosing, losing);
            if (simple > 0) {
                won.add(simple);
                wins++;
            } else if (simple < 0) {
                lost.add(simple);
                losses++;
            }
        }
        return of(wins, losses, won.value(), lost.value(), longestWinning, longestLosing);
    }

    /** No numbers, for this reason. */
    public static WinLoss unavailable(Reason reason) {
        Measure none = Measure.unavailable(reason);
        return new WinLoss(0, 0, none, none, none, none, none, none, 0, 0);
    }

    /**
     * The same from what was counted and summed up.
     *
     * @param won the sum of the wins
     * @param lost the sum of the losses, negative
     */
    public static WinLoss of(long wins, long losses, double won, double lost, int longestWinning, int longestLosing) {
        Measure rate = Measure.ratio((double) wins, (double) wins + losses, Reason.NO_OBSERVATIONS);
        Measure averageWin = Measure.ratio(won, (double) wins, Reason.NO_UPSIDE);
        Measure averageLoss = Measure.ratio(lost, (double) losses, Reason.NO_DOWNSIDE);
        Measure payoff = payoff(averageWin, averageLoss);
        Measure kelly = payoff.map(ratio -> {
            double share = rate.orElse(0);
            return share - (1 - share) / ratio;
        });
        return new WinLoss(
                wins,
                losses,
                rate,
                averageWin,
                averageLoss,
                payoff,
                Measure.ratio(won, Math.abs(lost), Reason.NO_DOWNSIDE),
                kelly,
                longestWinning,
                longestLosing);
    }

    private static Measure payoff(Measure averageWin, Measure averageLoss) {
        if (!(averageLoss instanceof Measure.Value loss)) {
            return averageLoss;
        }
        return averageWin.map(win -> win / Math.abs(loss.number()));
    }
}
