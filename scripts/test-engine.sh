#!/bin/sh
# A throw-away Docker (or Podman) engine on a socket of its own, with one 2 MB image made from busybox: no registry, no
# network, no systemd, nothing of an engine that may already run on the machine.
#
#   test-engine.sh start DIR [docker|podman]   prints DOCKER_HOST=unix://DIR/engine.sock; starting twice is no error
#   test-engine.sh stop DIR                    ends it and removes DIR; stopping twice is no error
#
# Needs root, curl, a static busybox, and dockerd with iptables, or podman with runc.
# On Debian: apt-get install docker.io iptables busybox-static curl
set -eu

IMAGE=local/busybox:1

fail() {
  echo "test-engine: $*" >&2
  exit 1
}

need() {
  command -v "$1" >/dev/null 2>&1 || fail "$1 is missing: install $2"
}

answers() {
  curl -fs --max-time 5 --unix-socket "$dir/engine.sock" http://engine/_ping >/dev/null 2>&1
}

start_docker() {
  need dockerd docker.io
  need iptables iptables
  setsid dockerd --data-root "$dir/data" --exec-root "$dir/exec" --pidfile "$dir/pid" --host "unix://$dir/engine.sock" \
    --bridge none --iptables=false --ip-forward=false </dev/null >"$dir/log" 2>&1 &
}

# Stock podman asks for limits an unprivileged machine may not raise, and its crun fails on mixed cgroup versions.
start_podman() {
  need podman podman
  need runc runc
  nofile=$(ulimit -Hn)
  [ "$nofile" = unlimited ] && nofile=1048576
  cat >"$dir/containers.conf" <<CONF
[containers]
default_ulimits = ["nofile=$nofile:$nofile", "nproc=32768:32768"]
netns = "none"
[engine]
runtime = "runc"
CONF
  CONTAINERS_CONF="$dir/containers.conf" setsid podman --root "$dir/data" --runroot "$dir/run" --tmpdir "$dir/tmp" \
    system service --time 0 "unix://$dir/engine.sock" </dev/null >"$dir/log" 2>&1 &
  echo $! >"$dir/pid"
}

wait_for_engine() {
  tries=0
  until answers; do
    tries=$((tries + 1))
    if [ "$tries" -ge 300 ]; then
      tail -n 20 "$dir/log" >&2
      fail "the engine did not answer within 30 s; the end of $dir/log is above"
    fi
    sleep 0.1
  done
}

has_image() {
  curl -fs --unix-socket "$dir/engine.sock" "http://engine/v1.40/images/$IMAGE/json" >/dev/null 2>&1
}

import_image() {
  need busybox busybox-static
  busybox=$(readlink -f "$(command -v busybox)")
  if ldd "$busybox" >/dev/null 2>&1; then fail "$busybox needs shared libraries: install busybox-static"; fi
  root=$dir/root
  mkdir -p "$root/bin" "$root/tmp" "$root/etc" "$root/proc" "$root/sys" "$root/dev" "$root/root"
  chmod 1777 "$root/tmp"
  cp "$busybox" "$root/bin/busybox"
  for applet in $("$busybox" --list); do
    [ "$applet" = busybox ] || ln -sf busybox "$root/bin/$applet"
  done
  echo 'root:x:0:0:root:/root:/bin/sh' >"$root/etc/passwd"
  tar -C "$root" -c . | curl -fsS --unix-socket "$dir/engine.sock" -X POST -H 'Content-Type: application/x-tar' \
    --data-binary @- "http://engine/v1.40/images/create?fromSrc=-&repo=$IMAGE" >"$dir/import" 2>&1 || true
  rm -rf "$root"
  has_image || fail "the image could not be imported: $(tail -n 1 "$dir/import")"
}

start() {
  [ "$(id -u)" = 0 ] || fail "only root can start an engine"
  need curl curl
  mkdir -p "$dir"
  touch "$dir/test-engine"
  if ! answers; then
    case $kind in
      docker) start_docker ;;
      podman) start_podman ;;
      *) fail "no such engine: $kind (docker or podman)" ;;
    esac
    wait_for_engine
  fi
  has_image || import_image
  echo "DOCKER_HOST=unix://$dir/engine.sock"
}

# The pid may be another process by now: only one that was started for this directory is ended.
is_ours() {
  [ -n "$1" ] && { tr '\0' ' ' <"/proc/$1/cmdline"; } 2>/dev/null | grep -qF -- "$dir/"
}

# The engine and its helpers: those started for this directory.
processes_of_engine() {
  for file in $(grep -alF -- "$dir/" /proc/[0-9]*/cmdline 2>/dev/null); do
    pid=${file#/proc/}
    pid=${pid%/cmdline}
    case $(cat "/proc/$pid/comm" 2>/dev/null) in dockerd | containerd* | podman | conmon) echo "$pid" ;; esac
  done
}

remove_containers() {
  ids=$(curl -fs --max-time 10 --unix-socket "$dir/engine.sock" 'http://engine/v1.40/containers/json?all=1' | tr ',{' '\n\n' |
    sed -n 's/^"Id":"\([0-9a-f]*\)".*/\1/p') || true
  for id in $ids; do
    curl -fs --max-time 20 -X DELETE --unix-socket "$dir/engine.sock" "http://engine/v1.40/containers/$id?force=1&v=1" || true
  done
}

stop() {
  [ -d "$dir" ] || return 0
  [ -e "$dir/test-engine" ] || fail "$dir was not made by this script"
  if answers; then remove_containers; fi
  pid=$(cat "$dir/pid" 2>/dev/null || true)
  if is_ours "$pid"; then kill "$pid"; fi
  tries=0
  while left=$(processes_of_engine) && [ -n "$left" ]; do
    tries=$((tries + 1))
    # Podman's helpers stay for minutes after a command ended; an engine that was asked to end gets 10 s.
    for pid in $left; do
      if [ "$tries" -ge 100 ] || [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = conmon ]; then kill -9 "$pid" 2>/dev/null || true; fi
    done
    [ "$tries" -lt 200 ] || fail "processes of the engine do not end: $left"
    sleep 0.1
  done
  sed -n 's/^[^ ]* \([^ ]*\) .*/\1/p' /proc/mounts | grep -F -- "$dir/" | sort -r | while read -r point; do
    umount -l "$point" || true
  done
  rm -rf "$dir"
}

[ $# -ge 2 ] || fail "usage: test-engine.sh start|stop DIR [docker|podman]"
case $2 in /?*) dir=${2%/} ;; *) dir=$PWD/$2 ;; esac
kind=${3:-docker}
case $1 in
  start) start ;;
  stop) stop ;;
  *) fail "usage: test-engine.sh start|stop DIR [docker|podman]" ;;
esac
