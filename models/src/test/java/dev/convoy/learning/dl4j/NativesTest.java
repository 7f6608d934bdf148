package dev.convoy.learning.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

class NativesTest {
    @Test
    void oneThreadAndNoLimitOnMappedMemory() {
        Natives.load();
        Natives.load();

        assertEquals(1, NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads());
        assertEquals(1, Nd4j.getEnvironment().maxMasterThreads());
        assertEquals(1, Nd4j.factory().blas().getMaxThreads());
        assertEquals(0, Pointer.maxPhysicalBytes());
    }

    @Test
    void processesThatAreFirstAtTheSameTimeDoNotCollide(@TempDir Path directory) throws Exception {
        Path cache = Files.createDirectory(directory.resolve("cache"));
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(start(cache, directory.resolve("output-" + i)));
        }

        for (int i = 0; i < processes.size(); i++) {
            boolean ended = processes.get(i).waitFor(120, TimeUnit.SECONDS);
            processes.get(i).destroyForcibly();
            String output = Files.readString(directory.resolve("output-" + i), StandardCharsets.UTF_8);
            assertTrue(ended, "still loading after two minutes: " + output);
            assertEquals(0, processes.get(i).exitValue(), output);
            assertTrue(output.contains("loaded, threads 1 1 1, sum 10.0"), output);
        }
        try (var files = Files.list(cache)) {
            assertTrue(files.anyMatch(f -> f.getFileName().toString().endsWith(".unpacked")));
        }
    }

    /** Without the variable that keeps the libraries to one thread: they must be kept to it by us. */
    private static Process start(Path cache, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dorg.bytedeco.javacpp.cachedir=" + cache,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                LoadsNatives.class.getName());
        builder.environment().remove("OMP_NUM_THREADS");
        return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    /** The program of those processes. */
    static final class LoadsNatives {
        private LoadsNatives() {}

        public static void main(String[] arguments) {
            Natives.load();
            float sum = Nd4j.createFromArray(1f, 2f, 3f, 4f).sumNumber().floatValue();
            System.out.println("loaded, threads "
                    + Nd4j.getEnvironment().maxMasterThreads() + " "
                    + NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads() + " "
                    + Nd4j.factory().blas().getMaxThreads() + ", sum " + sum);
        }
    }
}
