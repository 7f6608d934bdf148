package dev.convoy.experiments.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Run time over wall time; infinite for as fast as it goes. */
record Speed(double factor) {
    /** Reads {@code max} or a number. */
    static final class Converter implements ITypeConverter<Speed> {
        @Override
        public Speed convert(String text) {
            if (text.equals("max")) {
                return new Speed(Double.POSITIVE_INFINITY);
            }
            try {
                double factor = Double.parseDouble(text);
                if (factor > 0) {
                    return new Speed(factor);
                }
            } catch (NumberFormatException e) {
                throw new TypeConversionException("expected max or a number above 0: " + text);
            }
            throw new TypeConversionException("expected max or a number above 0: " + text);
        }
    }
}
