package dev.debrief;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The order of knowledge: who may use whom, and where screens, prints and sockets may be. */
class ArchitectureTest {
  private static final String OURS = "dev.debrief.";

  /** Each package, and those of ours that it may use. */
  private static final Map<String, List<String>> MAY_USE =
      new TreeMap<>(
          Map.of(
              "model", List.of(),
              "source", List.of("model"),
              "store", List.of("model", "source"),
              "analysis", List.of("model"),
              "timeline", List.of("model"),
              "report", List.of("model", "timeline"),
              "investigation",
                  List.of("model", "source", "store", "analysis", "timeline", "report"),
              "desktop",
                  List.of(
                      "model",
                      "source",
                      "store",
                      "analysis",
                      "timeline",
                      "report",
                      "investigation"),
              "cli",
                  List.of(
                      "model",
                      "source",
                      "store",
                      "analysis",
                      "timeline",
                      "report",
                      "investigation")));

  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.debrief");
  }

  @Test
  void aPackageUsesThoseAboveItOnly() {
    MAY_USE.forEach(
        (name, allowed) -> {
          String[] packages =
              allowed.stream().map(other -> OURS + other + "..").toArray(String[]::new);
          DescribedPredicate<JavaClass> known =
              resideInAnyPackage(packages).or(resideInAPackage(OURS + name + ".."));
          if (name.equals("cli")) {
            known = known.or(named(OURS + "desktop.DesktopMain"));
          }
          noClasses()
              .that()
              .resideInAPackage(OURS + name + "..")
              .should()
              .dependOnClassesThat(resideInAPackage("dev.debrief..").and(not(known)))
              .as(name + " uses only " + allowed)
              .allowEmptyShould(true)
              .check(classes);
        });
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    noClasses()
        .that()
        .resideInAPackage("dev.debrief..")
        .should()
        .resideOutsideOfPackages(
            MAY_USE.keySet().stream().map(name -> OURS + name + "..").toArray(String[]::new))
        .check(classes);
  }

  @Test
  void noPackageIsPartOfACycle() {
    SlicesRuleDefinition.slices()
        .matching("dev.debrief.(*)..")
        .should()
        .beFreeOfCycles()
        .check(classes);
  }

  @Test
  void onlyTheDesktopKnowsAScreen() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.debrief.desktop..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
        .check(classes);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.debrief.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .callMethodWhere(
            target(owner(assignableTo(PrintStream.class))).and(target(nameMatching("print.*"))))
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(classes);
  }

  @Test
  void nothingOpensAConnection() {
    noClasses()
        .should()
        .dependOnClassesThat(
            belongToAnyOf(
                    java.net.Socket.class,
                    java.net.ServerSocket.class,
                    java.net.DatagramSocket.class,
                    java.net.URLConnection.class,
                    java.nio.channels.SocketChannel.class,
                    java.nio.channels.DatagramChannel.class)
                .or(resideInAnyPackage("java.net.http..", "java.rmi..", "javax.net..")))
        .orShould()
        .callMethod(java.net.URL.class, "openStream")
        .orShould()
        .callMethod(java.net.URL.class, "openConnection")
        .orShould()
        .callMethod(java.awt.Desktop.class, "browse", java.net.URI.class)
        .orShould()
        .callConstructor(javafx.scene.image.Image.class, String.class)
        .orShould()
        .callConstructor(javafx.scene.image.Image.class, String.class, boolean.class)
        .check(classes);
  }

  private static DescribedPredicate<JavaClass> named(String name) {
    return DescribedPredicate.describe(name, type -> type.getName().equals(name));
  }
}
