package dev.convoy.experiments.config.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** What a user wrote cannot be used; the message has one line a mistake. */
public final class MistakesException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Mistake> mistakes;

    public MistakesException(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }
}
