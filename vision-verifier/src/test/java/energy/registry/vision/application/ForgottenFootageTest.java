package energy.registry.vision.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.evidence.VisionVerdict;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.domain.merkle.MerkleTree;
import energy.registry.vision.adapter.storage.FolderClipStore;
import energy.registry.vision.adapter.storage.KeyFiles;
import energy.registry.vision.fixture.TestTurbine;
import energy.registry.vision.synthetic.TurbineScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The raw clip goes after its time; every link from the claim's evidence root down to the pictures still holds. */
class ForgottenFootageTest {
    @TempDir
    private Path folder;

    private final TestTurbine turbine = new TestTurbine();
    private final ProductionDevice device = turbine.device();
    private FolderClipStore store;
    private SignAsVerifier signer;
    private JudgeClip judge;

    @BeforeEach
    void putTogether() throws IOException {
        store = new FolderClipStore(folder.resolve("clips"));
        signer = KeyFiles.open(folder.resolve("keys"), "vision");
        judge = JudgeClip.with(
                TestInstruments.in(folder), id -> Optional.of(device), store, signer, new VisionFigures());
    }

    private SignedRecord admit(long start) throws IOException {
        Path upload = store.newUpload();
        TurbineScene.withRotorRpm(11).seconds(8).seed(12).renderTo(folder.resolve("made.mp4"));
        Files.copy(folder.resolve("made.mp4"), upload, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        byte[] clip = Files.readAllBytes(upload);
        SignedRecord capture = turbine.captureAt(clip, start);
        store.admit(upload, Digest.sha(clip), capture);
        return capture;
    }

    @Test
    void proofsHoldWithoutTheClip() throws IOException {
        SignedRecord capture = admit(TestTurbine.START);
        judge.judge(capture);
        SignedRecord signed = store.verdictOf(capture.digest()).orElseThrow();
        VisionVerdict verdict = VisionVerdict.decode(signed.record());
        Digest root = MerkleTree.over(List.of(new byte[] {1}, signed.encode())).root();

        assertThat(store.forgetFootageBefore(Instant.now().plus(Duration.ofDays(1))))
                .isEqualTo(1);

        assertThat(store.clip(verdict.clip())).doesNotExist();
        assertThat(signed.isSignedBy(signer.key(), new PlatformSignatures())).isTrue();
        assertThat(MerkleTree.over(List.of(new byte[] {1}, signed.encode())).root())
                .isEqualTo(root);
        byte[] record = store.read(verdict.clip(), JudgeClip.recordName(verdict.record()))
                .orElseThrow();
        assertThat(Digest.sha(record)).isEqualTo(verdict.record());
        JsonNode json = new ObjectMapper().readTree(record);
        assertThat(json.path("sha256").asText()).isEqualTo(verdict.clip().toString());
        assertThat(json.path("kymographSha256").asText())
                .isEqualTo(Digest.sha(
                                store.read(verdict.clip(), JudgeClip.KYMOGRAPH).orElseThrow())
                        .toString());
        for (int i = 0; i < json.path("frameSha256").size(); i++) {
            assertThat(json.path("frameSha256").get(i).asText())
                    .isEqualTo(Digest.sha(store.read(verdict.clip(), JudgeClip.frameName(i))
                                    .orElseThrow())
                            .toString());
        }
        assertThat(store.newest(10)).containsExactly(verdict.clip());
    }

    @Test
    void deletedFootageIsStillKnownWhenItIsShownAgain() throws IOException {
        judge.judge(admit(TestTurbine.START));
        store.forgetFootageBefore(Instant.now().plus(Duration.ofDays(1)));

        SignedRecord again = admit(TestTurbine.START + TestTurbine.INTERVAL);
        judge.judge(again);

        assertThat(VisionVerdict.decode(
                                store.verdictOf(again.digest()).orElseThrow().record())
                        .integrity())
                .contains("CLIP_REUSED");
    }

    @Test
    void whatWasNotMeasuredOrIsYoungStays() throws IOException {
        SignedRecord capture = admit(TestTurbine.START);
        assertThat(store.forgetFootageBefore(Instant.now().plus(Duration.ofDays(1))))
                .isZero();
        judge.judge(capture);
        assertThat(store.forgetFootageBefore(Instant.now().minus(Duration.ofDays(1))))
                .isZero();
    }

    @Test
    void aClipOnWhichMeasuringAlwaysBreaksIsGivenUpWithAVerdict() throws IOException {
        SignedRecord capture = admit(TestTurbine.START);
        for (int i = 0; i < JudgeClip.ATTEMPTS_MAX; i++) {
            store.begin(capture.digest());
        }
        judge.judge(capture);

        assertThat(VisionVerdict.decode(
                                store.verdictOf(capture.digest()).orElseThrow().record())
                        .reasons())
                .containsExactly("MEASUREMENT_FAILED");
        assertThat(store.waiting()).isEmpty();
    }
}
