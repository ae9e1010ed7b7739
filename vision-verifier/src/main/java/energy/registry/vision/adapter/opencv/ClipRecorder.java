package energy.registry.vision.adapter.opencv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/** Writes pictures as H.264 in MP4, with one thread so that equal pictures give equal bytes. */
public final class ClipRecorder implements AutoCloseable {
    private static final int GOP_SECONDS = 4;

    private final FFmpegFrameRecorder recorder;
    private final int width;
    private final int height;
    private final ByteBuffer picture;

    private ClipRecorder(FFmpegFrameRecorder recorder, int width, int height) {
        this.recorder = recorder;
        this.width = width;
        this.height = height;
        this.picture = ByteBuffer.allocateDirect(width * height * 3 / 2);
    }

    public static ClipRecorder open(Path file, int width, int height, double fps, int bitsPerSecond)
            throws IOException {
        Natives.quietFfmpeg();
        FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), width, height);
        recorder.setFormat("mp4");
        recorder.setVideoCodec(avcodec.AV_CODEC_ID_H264);
        recorder.setVideoCodecName("libopenh264");
        recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
        recorder.setFrameRate(fps);
        recorder.setVideoBitrate(bitsPerSecond);
        recorder.setGopSize((int) Math.max(1, Math.round(GOP_SECONDS * fps)));
        recorder.setVideoOption("threads", "1");
        recorder.start();
        return new ClipRecorder(recorder, width, height);
    }

    /** Adds a frame given as planar YUV 4:2:0. */
    public void add(byte[] yuv) throws IOException {
        add(yuv, recorder.getFrameNumber());
    }

    /** Adds a frame at so many of the recorder's frame times from the start. */
    public void add(byte[] yuv, int frameTime) throws IOException {
        recorder.setFrameNumber(frameTime);
        picture.clear();
        picture.put(yuv).flip();
        recorder.recordImage(width, height, Frame.DEPTH_UBYTE, 1, width, avutil.AV_PIX_FMT_YUV420P, picture);
    }

    @Override
    public void close() throws IOException {
        recorder.close();
    }
}
