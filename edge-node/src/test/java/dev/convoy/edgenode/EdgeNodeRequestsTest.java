package dev.convoy.edgenode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.convoy.exchange.ModelUpdate;
import dev.convoy.exchange.Request.Hold;
import dev.convoy.exchange.Request.Invite;
import dev.convoy.exchange.Request.SendNow;
import dev.convoy.learning.Parameters;
import dev.convoy.telemetry.NodeId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a node does that the aggregator asks it to; of its own accord it sends at 15 min 30 s, 30 min 30 s, and so on. */
class EdgeNodeRequestsTest {
    private static final long MINUTE = Scenario.MINUTE;
    private static final NodeId NODE = new NodeId(1);
    private static final Requested ANY_TIME = new Requested(true, false);
    private static final Requested INVITED = new Requested(false, true);

    private final Fixture fixture = new Fixture().outcomesEvery(MINUTE);

    @Test
    void aNodeThatIsAskedForAnUpdateSendsItAtItsNextDecisionPoint() {
        fixture.requested(ANY_TIME).request(21 * MINUTE, new SendNow(NODE, 1, 20 * MINUTE));

        assertEquals(
                List.of(930L, 1500L, 1830L), secondsOf(fixture).subList(0, 3), "15:30, 25:00 because asked, 30:30");
    }

    @Test
    void whatIsBeingComputedIsSentAtOnceWhenItIsAskedFor() {
        fixture.requested(ANY_TIME).computeMs(40 * MINUTE).request(21 * MINUTE, new SendNow(NODE, 1, 20 * MINUTE));

        List<Simulation.Output> sent = Simulation.sent(fixture.simulation().run());

        assertEquals(25 * MINUTE, sent.get(0).at(), "cut at 15:00, done at 55:00");
        assertEquals(1, ((ModelUpdate) sent.get(0).message()).round());
        assertEquals(70 * MINUTE, sent.get(1).at(), "cut at 30:00");
    }

    @Test
    void aNodeThatIsNotToBeAskedTakesNoNotice() {
        List<Long> undisturbed = secondsOf(new Fixture().outcomesEvery(MINUTE));
        fixture.request(21 * MINUTE, new SendNow(NODE, 1, 20 * MINUTE));

        assertEquals(undisturbed, secondsOf(fixture));
    }

    @Test
    void aNodeThatHoldsBackSendsWhenItMayAgain() {
        fixture.request(21 * MINUTE, new Hold(NODE, 1, 20 * MINUTE, 65 * MINUTE));

        assertEquals(List.of(930L, 4530L), secondsOf(fixture).subList(0, 2), "15:30, then 75:30");
    }

    @Test
    void aHoldThatWasOvertakenByItsReleaseDoesNothing() {
        fixture.request(21 * MINUTE, new Hold(NODE, 2, 20 * MINUTE, 20 * MINUTE))
                .request(22 * MINUTE, new Hold(NODE, 1, 19 * MINUTE, 65 * MINUTE));

        assertEquals(List.of(930L, 1830L, 2730L), secondsOf(fixture).subList(0, 3));
    }

    @Test
    void whereNodesAreInvitedAnInvitationIsOneUpdateFromTheVersionItNames() {
        fixture.requested(INVITED)
                .request(16 * MINUTE, new Invite(NODE, 1, 15 * MINUTE, 0))
                .request(50 * MINUTE, new Invite(NODE, 2, 50 * MINUTE, 1))
                .model(
                        100 * MINUTE,
                        1,
                        Parameters.of(new float[fixture.learner().parameters().size()]));

        assertEquals(List.of(1830L, 6330L), secondsOf(fixture), "30:30, then the first after version 1 at 105:30");
    }

    private static List<Long> secondsOf(Fixture fixture) {
        return Simulation.sent(fixture.simulation().run()).stream()
                .map(output -> output.at() / 1000)
                .toList();
    }
}
