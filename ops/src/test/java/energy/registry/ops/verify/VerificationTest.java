package energy.registry.ops.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.ops.device.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A genuine bundle, and what becomes of it when any of its bytes is another. */
class VerificationTest {
    @TempDir
    Path folder;

    private ObjectNode genuine;
    private Path keys;

    @BeforeEach
    void writeKeys() throws IOException {
        GenuineBundle bundle = new GenuineBundle(folder);
        genuine = bundle.json();
        keys = Files.writeString(folder.resolve("published.json"), Json.text(bundle.keys()));
    }

    /** What the command prints with --json, and its exit code. */
    private record Result(int exit, boolean valid, String firstBroken) {}

    private Result verify(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("bundle.json"), text);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int exit =
                Main.run(List.of(file.toString(), "--keys", keys.toString(), "--json"), "nowhere", print, System.err);
        JsonNode result = Json.parse(out.toString(StandardCharsets.UTF_8)).orElse(Json.object());
        String first = "";
        for (JsonNode check : result.path("checks")) {
            if (!check.path("ok").asBoolean() && first.isEmpty()) {
                first = check.path("name").asText();
            }
        }
        return new Result(exit, result.path("valid").asBoolean(), first);
    }

    private List<Place> places() {
        return Place.of(genuine);
    }

    /** Flips a bit of one byte of the value and expects a broken link; tells which. */
    private String brokenBy(Place place, int position) throws IOException {
        Result result = verify(place.changed(genuine, position));
        assertThat(result.exit()).as("%s byte %d", place.path(), position).isEqualTo(1);
        assertThat(result.valid()).isFalse();
        assertThat(result.firstBroken())
                .as("%s byte %d", place.path(), position)
                .isNotEmpty();
        return result.firstBroken();
    }

    @Test
    void findsEveryLinkOfAGenuineBundleWhole() throws IOException {
        assertThat(verify(Json.text(genuine))).isEqualTo(new Result(0, true, ""));
    }

    @Test
    void namesTheLinkThatAChangedPartBelongsTo() throws IOException {
        Map<String, List<String>> expected = Map.ofEntries(
                Map.entry("/device", List.of("published-keys", "device-digest")),
                Map.entry("/readings/1", List.of("readings-root")),
                Map.entry("/verdicts/0/capture", List.of("capture-signature")),
                Map.entry("/verdicts/0/verdict", List.of("verdict-signature")),
                Map.entry("/verdicts/0/record", List.of("verdict-record")),
                Map.entry("/certificateId", List.of("certificate-fields")),
                Map.entry("/statementNo", List.of("retirement-lines")),
                Map.entry("/retirement", List.of("retirement-lines")),
                Map.entry("/keys/notary", List.of("published-keys")),
                Map.entry("/keys/regulator", List.of("published-keys")),
                Map.entry("/transactions/0/txId", List.of("transaction-id")),
                Map.entry("/transactions/1/privacySalt", List.of("transaction-id")),
                Map.entry("/transactions/0/signatures/0/signature", List.of("issuer-signature")),
                Map.entry("/transactions/2/signatures/1/signature", List.of("notary-signature")),
                Map.entry("/transactions/2/signatures/0/signature", List.of("ownership-chain")),
                Map.entry("/transactions/1/groups/2/components/0", List.of("transaction-id")));
        for (Place place : places()) {
            if (expected.containsKey(place.path())) {
                int last = place.length() - 1;
                assertThat(expected.get(place.path())).as(place.path()).contains(brokenBy(place, last));
                assertThat(expected.get(place.path())).as(place.path()).contains(brokenBy(place, last / 2));
            }
        }
    }

    @Test
    void breaksWithAnyByteThatIsLookedAtHereAndThere() throws IOException {
        int looked = 0;
        for (Place place : places()) {
            int step = Math.max(1, place.length() / 6);
            for (int position = 0; position < place.length(); position += step) {
                assertThat(brokenBy(place, position)).isNotEmpty();
                looked++;
            }
        }
        System.out.println("verify: " + looked + " single bytes changed, each found");
    }

    @Test
    @Tag("slow")
    void breaksWithAnyByteAtAll() throws IOException {
        for (Place place : places()) {
            for (int position = 0; position < place.length(); position++) {
                assertThat(brokenBy(place, position)).isNotEmpty();
            }
        }
    }

    /** Characters of the text, not bytes of the value: spare bits of base64 and the case of digits are bytes too. */
    @Test
    void breaksWithAnotherSpellingOfTheSameValue() throws IOException {
        for (Place place : places()) {
            if (place.isBase() && place.text().endsWith("=")) {
                int last = place.text().indexOf('=') - 1;
                char other = (char) (place.text().charAt(last) + 1);
                String spelled =
                        place.text().substring(0, last) + other + place.text().substring(last + 1);
                assertThat(verify(place.with(genuine, spelled)).exit())
                        .as(place.path())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void refusesAFieldTooManyOrTooFew() throws IOException {
        assertThat(verify(Json.text(genuine.deepCopy().put("note", "x"))).firstBroken())
                .isEqualTo("bundle-format");
        for (String name : List.of("device", "claim", "readings", "verdicts", "certificate", "transactions", "keys")) {
            ObjectNode without = genuine.deepCopy();
            without.remove(name);
            assertThat(verify(Json.text(without)).exit()).as("without %s", name).isEqualTo(1);
        }
        for (String list : List.of("readings", "verdicts", "transactions")) {
            ObjectNode shorter = genuine.deepCopy();
            ((ArrayNode) shorter.get(list)).remove(0);
            assertThat(verify(Json.text(shorter)).exit())
                    .as("one of %s less", list)
                    .isEqualTo(1);
        }
        ObjectNode notRetired = genuine.deepCopy();
        notRetired.remove("retirement");
        assertThat(verify(Json.text(notRetired)).firstBroken()).isEqualTo("retirement-lines");
    }

    @Test
    void reliesOnNoKeyThatIsNotPublished() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("forger"));
        assertThat(verify(Json.text(new GenuineBundle(elsewhere).json())).firstBroken())
                .isEqualTo("published-keys");
    }

    @Test
    void endsWithTwoWhenThereIsNothingToLookAt() throws IOException {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        assertThat(verify("no json").exit()).isEqualTo(2);
        assertThat(Main.run(List.of(), "nowhere", nowhere, nowhere)).isEqualTo(2);
        assertThat(Main.run(List.of("absent.json", "--keys", keys.toString()), "nowhere", nowhere, nowhere))
                .isEqualTo(2);
        assertThat(Main.run(List.of("absent.json"), "nowhere", nowhere, nowhere))
                .isEqualTo(2);
    }
}
