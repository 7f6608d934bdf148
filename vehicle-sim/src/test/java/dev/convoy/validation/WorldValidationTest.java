package dev.convoy.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.validation.Check.Subject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorldValidationTest {
    private static final Check GOOD = new Check(Subject.RANGE, "at -7 °C", 0.61, 0.6, 0.04, "", "others");
    private static final Check BAD = new Check(Subject.FLEET, "January over July", 1.1, 1.33, 0.1, "", "others");

    @Test
    void theWorldTakesWhatOthersMeasured() {
        WorldValidation validation = WorldValidation.run(7);

        assertEquals(Optional.empty(), validation.firstBeyond());
        assertEquals(2 * 16 + 2 + 6 + 2 + 3, validation.checks().size());
    }

    @Test
    void theFirstFigureBeyondItsToleranceIsNamed() {
        assertTrue(GOOD.holds());
        assertFalse(BAD.holds());
        assertEquals(Optional.of(BAD), new WorldValidation(List.of(GOOD, BAD)).firstBeyond());
    }

    @Test
    void aFigureThatIsNoNumberIsNoFigure() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Check(Subject.RANGE, "at 0 °C", Double.NaN, 0.8, 0.05, "", "others"));
    }
}
