"""A producer that is faster than its consumer, and a queue that makes it wait."""

import asyncio


async def produce(queue: asyncio.Queue[int]) -> None:
    for number in range(1800):
        await queue.put(number)  # waits while the queue is full
        await asyncio.sleep(1 / 900)


async def consume(queue: asyncio.Queue[int]) -> None:
    while True:
        await queue.get()
        await asyncio.sleep(1 / 600)
        queue.task_done()


async def main() -> None:
    queue: asyncio.Queue[int] = asyncio.Queue(maxsize=100)
    consumer = asyncio.create_task(consume(queue))
    await produce(queue)
    await queue.join()
    consumer.cancel()


if __name__ == "__main__":
    asyncio.run(main())
