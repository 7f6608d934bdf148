package dev.convoy.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.runtime.RandomStream;
import dev.convoy.sampling.SymmetricDirichlet;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    @Test
    void roundRobinGoesRound() {
        Assignment.Dealer dealer = Assignment.parse("round-robin").dealer(3, 2, 1);

        assertEquals(1, dealer.node(4, "", 0, 0.5));
    }

    @Test
    void theSortedValuesOfAColumnAreTheNodes() {
        Assignment.Dealer dealer = new Assignment.ByColumn("node", List.of("east", "north", "west")).dealer(2, 2, 1);

        assertEquals(1, dealer.node(0, "north", 0, 0.5));
        assertEquals(0, dealer.node(0, "west", 0, 0.5));
    }

    @Test
    void sharesAreAboveZeroAddUpToOneAndVaryAsTheDistributionSays() {
        for (double alpha : new double[] {0.1, 0.5, 5}) {
            RandomStream random = RandomStream.named(1, "shares " + alpha);
            int draws = 20_000;
            double mean = 0;
            double squares = 0;
            for (int i = 0; i < draws; i++) {
                double[] shares = SymmetricDirichlet.shares(4, alpha, random);
                assertEquals(1, shares[0] + shares[1] + shares[2] + shares[3], 1e-12);
                mean += shares[0] / draws;
                squares += shares[0] * shares[0] / draws;
            }
            double variance = 0.25 * 0.75 / (4 * alpha + 1);
            assertEquals(0.25, mean, 0.01, "alpha " + alpha);
            assertEquals(variance, squares - mean * mean, 0.05 * variance, "alpha " + alpha);
        }
    }

    @Test
    void aDealerGivesEachNodeItsShareOfAClass() {
        double[] shares = SymmetricDirichlet.shares(3, 0.5, RandomStream.named(7, "replay/shares/1"));
        Assignment.Dealer dealer = new Assignment.Dirichlet(0.5).dealer(3, 2, 7);
        int[] counts = new int[3];
        for (int i = 0; i < 10_000; i++) {
            counts[dealer.node(i, "", 1, (i + 0.5) / 10_000)]++;
        }

        for (int node = 0; node < 3; node++) {
            assertTrue(Math.abs(counts[node] - 10_000 * shares[node]) <= 1, "node " + node);
        }
    }
}
