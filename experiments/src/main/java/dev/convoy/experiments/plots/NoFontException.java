package dev.convoy.experiments.plots;

/** Java finds no font to draw with; the message says in one line what to install. */
public final class NoFontException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoFontException(Throwable cause) {
        super(
                "no font to draw the plots with: install fontconfig and a font"
                        + " (Debian, Ubuntu: apt-get install fontconfig fonts-dejavu-core), then `convoy plot DIR`",
                cause);
    }
}
