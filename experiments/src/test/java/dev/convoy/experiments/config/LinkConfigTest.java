package dev.convoy.experiments.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.convoy.experiments.config.yaml.MistakesException;
import dev.convoy.runtime.Link;
import dev.convoy.runtime.Loss;
import dev.convoy.runtime.Retransmission;
import dev.convoy.telemetry.NodeId;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LinkConfigTest {
    private static NodesConfig nodes(String yaml) {
        return Experiments.parse("f.yaml", yaml, List.of()).nodes();
    }

    private static Link link(String yaml, int node) {
        return nodes(yaml).linkOf(new NodeId(node)).link();
    }

    private static String mistakes(String yaml) {
        return assertThrows(MistakesException.class, () -> nodes(yaml)).getMessage();
    }

    @Test
    void aLinkIsWrittenWithTheWordsOfNetem() {
        assertEquals(
                new Link(
                        new Link.Delay(100, 10, 0.25, OptionalLong.of(250_000)),
                        new Loss.GilbertElliott(0.01, 0.1, 0.7, 0.001),
                        0.02,
                        new Retransmission(2000, 4),
                        List.of()),
                link("""
                        nodes:
                          link:
                            latency: 100ms
                            jitter: 10ms
                            gemodel: {p: 1%, r: 10%, 1-h: 70%, 1-k: 0.1%}
                            duplicate: 2%
                            reorder: 25%
                            rate: 250kbit
                            retransmit: {timeout: 2s, attempts: 4}
                        """, 1));
    }

    @Test
    void aNodesWayOfLosingTakesThePlaceOfTheOther() {
        String bursts = "nodes: {link: {loss: 10%}, each: {node-2: {link: {gemodel: {p: 5%}}}}}";
        assertEquals(new Loss.Independent(0.1), link(bursts, 1).loss());
        assertEquals(new Loss.GilbertElliott(0.05, 0.1, 1, 0), link(bursts, 2).loss());
        String single = "nodes: {link: {gemodel: {p: 5%}}, each: {node-2: {link: {loss: 10%}}}}";
        assertEquals(new Loss.GilbertElliott(0.05, 0.1, 1, 0), link(single, 1).loss());
        assertEquals(new Loss.Independent(0.1), link(single, 2).loss());
    }

    @Test
    void aRateReadsBackAsItIsWritten() {
        for (String text : List.of("1bit", "1500bit", "250kbit", "1mbit", "10000mbit")) {
            assertEquals(text, Rate.parse(text).toString());
        }
        assertEquals("10000mbit", Rate.parse("10gbit").toString());
        assertEquals(new Rate(1_500_000), Rate.parse("1500kbit"));
    }

    @Test
    void whatIsWrongWithALinkIsSaid() {
        assertEquals(
                "f.yaml:1: nodes.link: gemodel takes the place of loss, which must be 0% beside it: 0.1",
                mistakes("nodes: {link: {loss: 10%, gemodel: {p: 5%}}}"));
        assertEquals(
                "f.yaml:1: nodes.link.gemodel: p and r must not both be 0: the link would never change",
                mistakes("nodes: {link: {gemodel: {p: 0, r: 0}}}"));
        assertEquals(
                "f.yaml:1: nodes.link.rate: a rate is written 250kbit, 1mbit and so on: fast",
                mistakes("nodes: {link: {rate: fast}}"));
        assertEquals(
                "f.yaml:1: nodes.link.retransmit: attempts must be 1 to 1000: 0",
                mistakes("nodes: {link: {retransmit: {attempts: 0}}}"));
    }
}
