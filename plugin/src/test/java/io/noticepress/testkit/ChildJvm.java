package io.noticepress.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a main class of the tests in a JVM of its own, with the class path of this one. */
public final class ChildJvm {
    private ChildJvm() {}

    /** The {@code java} of this JVM. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * A process that is not yet started; its working directory is that of this JVM.
     *
     * @param options of the JVM, such as {@code -Xmx64m}
     */
    public static ProcessBuilder of(List<String> options, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(options);
        command.addAll(classPathAndMain(main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** The end of a command line: class path and main class, without arguments. */
    public static List<String> classPathAndMain(Class<?> main) {
        return List.of("-cp", System.getProperty("java.class.path"), main.getName());
    }
}
