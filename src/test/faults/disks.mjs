/** File systems of their own for a server's data: one that gets full, and one that forgets on a power cut what was not synced. Needs root. */
import { execFileSync } from "node:child_process";
import { copyFileSync, constants, mkdtempSync, rmSync, statfsSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const run = (program, ...words) => execFileSync(program, words, { stdio: ["ignore", "ignore", "pipe"] });

/** Why no file system may be mounted here, as in most containers; null where one may. */
export function mountingRefused() {
  const folder = mkdtempSync(path.join(tmpdir(), "cell-monitor-disk-"));
  try {
    new SmallDisk(folder, 1).unmount();
    const looping = mkdtempSync(path.join(folder, "disk-"));
    new PowerCutDisk(looping, 16).unmount();
    return null;
  } catch (failure) {
    return failure.message.trim().replaceAll("\n", " ");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A disk of `megabytes`; `fill(left)` leaves so many of them free, `makeRoom()` gives all back. */
export class SmallDisk {
  constructor(folder, megabytes) {
    this.folder = folder;
    this.filler = path.join(folder, "filler");
    run("mount", "-t", "tmpfs", "-o", `size=${megabytes}m,mode=0755`, "tmpfs", folder);
  }

  static of = (megabytes) => (folder) => new SmallDisk(folder, megabytes);

  fill(leftMegabytes) {
    const { bavail, bsize } = statfsSync(this.folder);
    writeFileSync(this.filler, Buffer.alloc(Math.max(0, bavail * bsize - leftMegabytes * 2 ** 20)));
  }

  makeRoom() {
    rmSync(this.filler);
  }

  unmount() {
    run("umount", "--lazy", this.folder);
  }
}

/**
 * An ext4 on a loop device. Its backing file holds what reached the disk, the kernel's cache above it what did not yet: a copy of that file, taken
 * while the server stands still, is the disk after a power cut.
 */
export class PowerCutDisk {
  constructor(folder, megabytes) {
    this.folder = folder;
    this.image = `${folder}.ext4`;
    this.cuts = 0;
    writeFileSync(this.image, "");
    truncateSync(this.image, megabytes * 2 ** 20);
    run("mkfs.ext4", "-q", "-E", "lazy_itable_init=0,lazy_journal_init=0", this.image);
    this.#mount();
    rmSync(path.join(folder, "lost+found"), { recursive: true });
  }

  static of = (megabytes) => (folder) => new PowerCutDisk(folder, megabytes);

  #mount() {
    run("mount", "-o", "loop", this.image, this.folder);
  }

  /** Cuts the power of `server`, whose data lie here; gives it back at once. The server is not started. */
  async cutPower(server) {
    server.freeze();
    const after = `${this.folder}-${++this.cuts}.ext4`;
    copyFileSync(this.image, after, constants.COPYFILE_FICLONE);
    await server.kill();
    run("umount", this.folder);
    rmSync(this.image);
    this.image = after;
    this.#mount();
  }

  unmount() {
    run("umount", "--lazy", this.folder);
    rmSync(this.image);
  }
}
