#!/bin/sh
# Process 1 of a private engine's own network, mount and process namespaces. When it ends, the kernel ends all
# that ran in them. It ends when its standard input is closed: with the process that started it.
# Arguments: the Debian system to run on, the engine's folder, the cgroup of its containers.
set -e
root=$1 folder=$2 cgroup=$3 dns=198.18.0.53
exec 3<&0

if command -v modprobe >/dev/null; then modprobe -qa overlay bridge br_netfilter veth ip_tables || true; fi
mount --make-rprivate /
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
mount --rbind /sys "$root/sys"
mount --rbind /dev "$root/dev"
if [ -d "$root/sys/kernel/security/apparmor" ]; then mount -t tmpfs tmpfs "$root/sys/kernel/security"; fi
mount -t tmpfs tmpfs "$root/run"
mount -t tmpfs tmpfs "$root/tmp"
mkdir -p "$root$folder"
mount --bind "$folder" "$root$folder"
cd "$root"
pivot_root . mnt
cd /
umount -l /mnt

export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/run
mkdir -p "$folder/data" /etc/docker
mount -t tmpfs tmpfs /etc/docker
mount -t tmpfs -o mode=711 tmpfs "$folder/data"
ip link set lo up
ip addr add $dns/32 dev lo
echo "nameserver $dns" > /run/resolv.conf
mount --bind /run/resolv.conf /etc/resolv.conf
dnsmasq --conf-file=/dev/null --keep-in-foreground --user=root --pid-file= --no-resolv --no-hosts \
  --bind-interfaces --listen-address=$dns --local=/#/ 3<&- </dev/null >"$folder/dnsmasq.log" 2>&1 &

run_engine() {
  dockerd --data-root "$folder/data" --exec-root "$folder/exec" --pidfile "$folder/engine.pid" \
    -H "unix://$folder/docker.sock" --dns $dns \
    --cgroup-parent "$cgroup" --exec-opt native.cgroupdriver=cgroupfs \
    3<&- </dev/null >>"$folder/engine.log" 2>&1
}

# A signal to process 1 from inside goes unheard, so all others are ended, and it ends by itself.
(
  cat <&3 >/dev/null
  rm -f "$folder/down"
  kill -KILL -1
) &
while :; do
  run_engine || true
  [ -e "$folder/down" ] || exit 1
  touch "$folder/is-down"
  while [ -e "$folder/down" ]; do sleep 0.1; done
  rm "$folder/is-down"
done
