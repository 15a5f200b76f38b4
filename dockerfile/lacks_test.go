package dockerfile

import "testing"

func TestAnImageLacksAProgramOnlyForCertain(t *testing.T) {
	for _, tc := range []struct {
		name, src, program string
		want               bool
	}{
		{"scratch", "FROM scratch\nCOPY --from=b /out/web /\n", "sleep", true},
		{"by its path", "FROM scratch\nCOPY --from=b /out/web /\n", "/bin/sh", true},
		{"distroless", "FROM gcr.io/distroless/base-debian13:nonroot\nCOPY --from=b /out/web /usr/local/bin/web\n", "sleep", true},
		{"a stage on distroless", "FROM gcr.io/distroless/static AS run\nFROM run\nCOPY --from=b /out/web /\n", "sh", true},
		{"a program of its own", "FROM scratch\nCOPY --from=b /out/web /\n", "/web", false},
		{"a program in a folder of its own", "FROM scratch\nCOPY --from=b /out/web /\n", "/tools/sleep", false},
		{"copied in", "FROM scratch\nCOPY --from=b /bin/sleep /bin/sleep\n", "sleep", false},
		{"copied in by another name", "FROM scratch\nCOPY --from=b /tools/wait /bin/sleep\n", "sleep", false},
		{"busybox under one name", "FROM scratch\nCOPY --from=busybox:1.38 /bin/busybox /bin/sh\n", "sleep", false},
		{"a folder of programs", "FROM scratch\nCOPY --from=b /bin/ /bin/\n", "sleep", false},
		{"a root file system", "FROM scratch\nCOPY --from=b /rootfs /\n", "sleep", false},
		{"all of a stage", "FROM debian AS run\nFROM scratch\nCOPY --from=run / /\n", "sleep", false},
		{"an archive", "FROM scratch\nADD rootfs.tar.xz /\n", "sleep", false},
		{"something runs there", "FROM gcr.io/distroless/static\nCOPY --from=b /out/install /\nRUN [\"/install\"]\n", "sleep", false},
		{"distroless for debugging", "FROM gcr.io/distroless/static:debug\nCOPY --from=b /out/web /\n", "sleep", false},
		{"a tag that is not known", "ARG TAG\nFROM gcr.io/distroless/static:$TAG\nCOPY --from=b /out/web /\n", "sleep", false},
		{"Debian", "FROM debian\nCOPY --from=b /out/web /\n", "sleep", false},
		{"an image that is not known", "FROM registry.example.com/base\nCOPY --from=b /out/web /\n", "sleep", false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			file, notices := Parse("Dockerfile", []byte("FROM golang AS b\n"+tc.src+"ENTRYPOINT [\"/web\"]\n"), Build{})
			if file == nil {
				t.Fatal(notices)
			}
			if got := file.final().Lacks(tc.program); got != tc.want {
				t.Errorf("lacks %s: %t, want %t", tc.program, got, tc.want)
			}
		})
	}
}
