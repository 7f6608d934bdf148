package dev.convoy.learning.dl4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.bytedeco.javacpp.Loader;
import org.deeplearning4j.util.CrashReportingUtil;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** ND4J's native libraries: unpacked once for a machine, loaded once for a process, set up for repeatable results. */
public final class Natives {
    private Natives() {}

    /**
     * Loads the libraries into this process, unpacking them first where no process has done so yet. Later calls do
     * nothing. Processes that are first at the same time wait for one of them.
     */
    public static void load() {
        Loaded.check();
    }

    /** Initialised once, by the class loader. */
    private static final class Loaded {
        static {
            setLimits();
            unpackAndLoad();
            setUp();
        }

        static void check() {}
    }

    /** These are read when the libraries are loaded; what the command line says goes first. */
    private static void setLimits() {
        setUnlessGiven("org.nd4j.log.initialization", "false");
        // The default limit counts the mapped libraries too: a heap of 256 MB would hit it, and every allocation asks.
        setUnlessGiven("org.bytedeco.javacpp.maxPhysicalBytes", "0");
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null && System.getProperty(property.toLowerCase(Locale.ROOT)) == null) {
            System.setProperty(property, value);
        }
    }

    private static void unpackAndLoad() {
        try {
            Path cache = Loader.getCacheDir().toPath();
            Path unpacked = cache.resolve("nd4j-" + version() + ".unpacked");
            if (Files.exists(unpacked)) {
                initialise();
                return;
            }
            try (FileChannel channel = FileChannel.open(
                            cache.resolve("nd4j.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                initialise();
                if (lock.isValid() && !Files.exists(unpacked)) {
                    Files.createFile(unpacked);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack the native libraries: " + e.getMessage(), e);
        }
    }

    private static String version() throws IOException {
        return Loader.getVersion("org.nd4j", "nd4j-native", Nd4j.class);
    }

    private static void initialise() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    private static void setUp() {
        // The number of threads decides in which order sums are taken, and so the last bits.
        Nd4j.getEnvironment().setMaxMasterThreads(1);
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
        Nd4j.factory().blas().setMaxThreads(1);
        // Else every few seconds a full collection, whatever the heap looks like.
        Nd4j.getMemoryManager().togglePeriodicGc(false);
        CrashReportingUtil.crashDumpsEnabled(false);
    }
}
